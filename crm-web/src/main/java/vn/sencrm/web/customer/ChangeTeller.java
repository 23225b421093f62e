package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sencrm.audit.AuditEntry;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.timeline.ChangeItem;
import vn.sencrm.customer.timeline.TimelineItem;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.web.customer.CustomerTimeline.Entry;
import vn.sencrm.web.customer.CustomerTimeline.Line;
import vn.sencrm.web.shell.Texts;

/** The changes of a customer in words: who, by what, and each field from what to what. */
@RequestScoped
class ChangeTeller implements TimelineTeller {

    private static final Map<String, String> ICONS =
            Map.of(AuditSql.CREATE, "user-plus", AuditSql.DELETE, "trash", AuditSql.RESTORE, "replay");

    @Inject
    CustomerReferences references;

    @Inject
    CustomerWords words;

    @Inject
    AttributeWords attributes;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Override
    public String sort() {
        return "change";
    }

    @Override
    public List<Entry> tell(List<TimelineItem> items) {
        return of(items.stream().map(item -> ((ChangeItem) item).audit()).toList());
    }

    List<Entry> of(List<AuditEntry> history) {
        List<CustomerDocument> documents = new ArrayList<>();
        for (AuditEntry entry : history) {
            documents.add(document(entry.before()));
            documents.add(document(entry.after()));
        }
        CustomerNames names = references.names(documents);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            entries.add(entry(history.get(i), documents.get(2 * i), documents.get(2 * i + 1), names));
        }
        return entries;
    }

    private static CustomerDocument document(String json) {
        return json == null ? new CustomerDocument() : CustomerDocument.parse(json);
    }

    private Entry entry(AuditEntry audit, CustomerDocument before, CustomerDocument after, CustomerNames names) {
        boolean creation = audit.before() == null;
        List<Line> lines = creation ? List.of() : lines(audit, before, after, names);
        return new Entry(icon(audit, after), title(audit, lines), who(audit), audit.at(), lines, null);
    }

    private List<Line> lines(AuditEntry audit, CustomerDocument before, CustomerDocument after, CustomerNames names) {
        Stream<Line> fields = after.fields().stream()
                .filter(field -> field != CustomerField.ATTRIBUTES)
                .map(field -> line(audit, field, before.get(field), after.get(field), names));
        Stream<Line> own = after.attributes().entrySet().stream()
                .map(entry -> line(audit, entry.getKey(), before.attributes().get(entry.getKey()), entry.getValue()));
        return Stream.concat(fields, own).toList();
    }

    private Line line(AuditEntry audit, String attribute, Object before, Object after) {
        return new Line(
                Attribute.JSON_PREFIX + attribute,
                attributes.label(attribute),
                attributes.value(attribute, before),
                attributes.value(attribute, after),
                audit.version(),
                true);
    }

    /** Tags of somebody else may be private ones: that they changed is said, not how. */
    private Line line(AuditEntry audit, CustomerField field, Object before, Object after, CustomerNames names) {
        String label = words.field(field.jsonName());
        boolean foreign =
                field == CustomerField.TAGS && (audit.actorId() == null || audit.actorId() != currentUser.id());
        return foreign
                ? new Line(field.jsonName(), label, "…", "…", audit.version(), false)
                : new Line(
                        field.jsonName(),
                        label,
                        words.value(field, before, names),
                        words.value(field, after, names),
                        audit.version(),
                        CustomerField.isRestorable(field.jsonName()));
    }

    private String title(AuditEntry audit, List<Line> lines) {
        String key = "customer_detail.timeline." + audit.action();
        String title = texts.message(key, lines.size());
        return title.equals(key) ? texts.message("customer_detail.timeline.UPDATE", lines.size()) : title;
    }

    private String who(AuditEntry audit) {
        String actor = audit.actorName() == null ? texts.message("customer.system") : audit.actorName();
        String cause = "customer_detail.timeline.cause." + audit.cause().type();
        return audit.cause().id() == null
                ? texts.message(cause, actor)
                : texts.message(cause, actor, String.valueOf(audit.cause().id()));
    }

    private static String icon(AuditEntry audit, CustomerDocument after) {
        return switch (audit.cause().type()) {
            case CONVERSION -> "arrow-right-arrow-left";
            case IMPORT -> "upload";
            case IMPORT_UNDO -> "undo";
            case BULK -> "list-check";
            case API -> "code";
            case SYSTEM -> "cog";
            case FORM -> formIcon(audit.action(), after);
        };
    }

    private static String formIcon(String action, CustomerDocument after) {
        if (!action.equals(AuditSql.UPDATE)) {
            return ICONS.getOrDefault(action, "pencil");
        }
        if (after.has(CustomerField.STATUS)) {
            return "flag";
        }
        return after.has(CustomerField.OWNER) ? "user" : "pencil";
    }
}
