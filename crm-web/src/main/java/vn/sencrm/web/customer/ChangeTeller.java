package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
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
public class ChangeTeller implements TimelineTeller {

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
        List<Entry> entries = new ArrayList<>();
        Iterator<List<Line>> lines = lines(history).iterator();
        for (AuditEntry audit : history) {
            entries.add(entry(audit, lines.next()));
        }
        return entries;
    }

    /** The fields of each change, those that a creation gave their first value included. */
    public List<List<Line>> lines(List<AuditEntry> history) {
        List<CustomerDocument> documents = new ArrayList<>();
        for (AuditEntry entry : history) {
            documents.add(document(entry.before()));
            documents.add(document(entry.after()));
        }
        CustomerNames names = references.names(documents);
        List<List<Line>> lines = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            lines.add(lines(history.get(i), documents.get(2 * i), documents.get(2 * i + 1), names));
        }
        return lines;
    }

    private static CustomerDocument document(String json) {
        return json == null ? new CustomerDocument() : CustomerDocument.parse(json);
    }

    private Entry entry(AuditEntry audit, List<Line> changed) {
        List<Line> lines = audit.before() == null ? List.of() : changed;
        return new Entry(icon(audit, lines), title(audit, lines), who(audit), audit.at(), lines, null);
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

    private static String icon(AuditEntry audit, List<Line> lines) {
        return switch (audit.cause().type()) {
            case CONVERSION -> "arrow-right-arrow-left";
            case IMPORT -> "upload";
            case IMPORT_UNDO, MERGE_UNDO -> "undo";
            case MERGE -> "clone";
            case BULK -> "list-check";
            case API -> "code";
            case SYSTEM, TIER_RULE -> "cog";
            case FORM -> formIcon(audit.action(), lines);
        };
    }

    private static String formIcon(String action, List<Line> lines) {
        if (!action.equals(AuditSql.UPDATE)) {
            return ICONS.getOrDefault(action, "pencil");
        }
        if (changes(lines, CustomerField.STATUS)) {
            return "flag";
        }
        return changes(lines, CustomerField.OWNER) ? "user" : "pencil";
    }

    private static boolean changes(List<Line> lines, CustomerField field) {
        return lines.stream().anyMatch(line -> line.name().equals(field.jsonName()));
    }
}
