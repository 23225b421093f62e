package vn.sencrm.web.audit;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.identity.RecordScope;
import vn.sencrm.identity.audit.AuditHit;
import vn.sencrm.identity.audit.AuditQueries;
import vn.sencrm.identity.team.TeamMode;
import vn.sencrm.web.customer.AttributeWords;
import vn.sencrm.web.customer.ChangeTeller;
import vn.sencrm.web.customer.CustomerTimeline.Line;
import vn.sencrm.web.customer.CustomerWords;
import vn.sencrm.web.customer.FilterTeller;
import vn.sencrm.web.shell.Texts;

/** Entries of the audit in the user's language: what was done to what, by what, and each field from what to what. */
@Named
@RequestScoped
public class AuditWords {

    /** What is done to records, in the order in which it is offered. */
    static final List<String> ACTIONS = List.of(
            "CREATE",
            "UPDATE",
            "DELETE",
            "RESTORE",
            "PURGE",
            "MERGE",
            "UNMERGE",
            "SHARE",
            "UNSHARE",
            "ROUTE_ADD",
            "ROUTE_REMOVE",
            "SESSIONS_ENDED",
            "PASSWORD_RESET",
            "PRIMARY_CONTACT",
            "GROUP_ADD",
            "GROUP_REMOVE",
            "DIFFERENT",
            "NOT_DIFFERENT",
            "EXPORT",
            "DOWNLOAD");

    /** Fields of others than customers. */
    static final List<String> FIELDS = List.of(
            "active",
            "archived",
            "choices",
            "colour",
            "columns",
            "description",
            "different",
            "discountPercent",
            "filter",
            "format",
            "former",
            "fullName",
            "group",
            "kinds",
            "language",
            "list",
            "mode",
            "nameEn",
            "nameVi",
            "points",
            "position",
            "primaryContact",
            "purpose",
            "q",
            "required",
            "rights",
            "role",
            "rows",
            "rule",
            "scope",
            "search",
            "seesRoutes",
            "seesTeams",
            "selected",
            "share",
            "shared",
            "signature",
            "staff",
            "state",
            "text",
            "type",
            "username");

    /** Fields whose values are constants. */
    static final Map<String, Class<? extends Enum<?>>> CONSTANTS = Map.of(
            "mode",
            TeamMode.class,
            "scope",
            RecordScope.class,
            "type",
            AttributeType.class,
            "kinds",
            CustomerKind.class);

    private static final Map<String, String> CODES = Map.of(
            "purpose", "catalogue.option.purpose.",
            "colour", "catalogue.colour.",
            "rights", "right.",
            "language", "shell.language.",
            "state", "audit.state.");

    private static final Map<Cause.Type, String> RUNS = Map.of(
            Cause.Type.IMPORT, "/importing/run.xhtml?id=",
            Cause.Type.BULK, "/bulk/run.xhtml?id=");

    /**
     * Something to choose.
     *
     * @param name in the address
     */
    public record Choice(String name, String label) {}

    /** An entry with its changed fields. */
    public record Row(AuditHit hit, List<Line> lines) {}

    @Inject
    AuditQueries queries;

    @Inject
    ChangeTeller customers;

    @Inject
    CustomerWords customerWords;

    @Inject
    AttributeWords attributes;

    @Inject
    FilterTeller filters;

    @Inject
    Texts texts;

    public List<Choice> getEntities() {
        return queries.entities().stream()
                .map(name -> new Choice(name, entity(name)))
                .toList();
    }

    public List<Choice> getActions() {
        return ACTIONS.stream().map(name -> new Choice(name, action(name))).toList();
    }

    public List<Choice> getCauses() {
        return Arrays.stream(Cause.Type.values())
                .map(type -> new Choice(type.name(), cause(type)))
                .toList();
    }

    /** All fields of all records, by their names in the order of the language. */
    public List<Choice> getFields() {
        Stream<Choice> ofCustomers = Arrays.stream(CustomerField.values())
                .filter(field -> field != CustomerField.ATTRIBUTES)
                .map(field -> new Choice(field.jsonName(), customerWords.field(field.jsonName())));
        Stream<Choice> own = attributes.definitions().all().stream()
                .map(attribute ->
                        new Choice(Attribute.JSON_PREFIX + attribute.code(), attributes.name(attribute.code())));
        Stream<Choice> ofOthers = FIELDS.stream().map(name -> new Choice(name, field(name)));
        return Stream.of(ofCustomers, own, ofOthers)
                .flatMap(choices -> choices)
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(texts.getLocale())))
                .toList();
    }

    public String entity(String name) {
        return texts.message("audit.entity." + name);
    }

    public String action(String name) {
        return texts.message("audit.action." + name);
    }

    public String cause(Cause.Type type) {
        return texts.message("audit.cause." + type);
    }

    /** "Nhập khẩu số 12": by what, with the number of the run. */
    public String cause(AuditHit hit) {
        Cause cause = hit.entry().cause();
        return cause.id() == null
                ? cause(cause.type())
                : texts.message(
                        "audit.cause.run", cause(cause.type()), cause.id().toString());
    }

    /** Where the run is looked at, inside the application; null where there was none, or it has no page. */
    public String run(AuditHit hit) {
        Cause cause = hit.entry().cause();
        return cause.id() == null || !RUNS.containsKey(cause.type()) ? null : RUNS.get(cause.type()) + cause.id();
    }

    /** The record by its name, or what is left of it: its code, or its number. */
    public String record(AuditHit hit) {
        String name = hit.record().name(texts.getLocale().getLanguage());
        if (name != null) {
            return name;
        }
        return hit.record().code() == null
                ? "#" + hit.record().id()
                : hit.record().code();
    }

    /** Each with what it changed; of customers as their history tells it. */
    public List<Row> rows(List<AuditHit> hits) {
        Iterator<List<Line>> ofCustomers = customers
                .lines(hits.stream()
                        .filter(AuditWords::isOfCustomer)
                        .map(AuditHit::entry)
                        .toList())
                .iterator();
        return hits.stream()
                .map(hit -> new Row(hit, lines(hit, isOfCustomer(hit) ? ofCustomers.next() : List.of())))
                .toList();
    }

    private static boolean isOfCustomer(AuditHit hit) {
        return hit.entity().equals("customer");
    }

    private List<Line> lines(AuditHit hit, List<Line> ofCustomer) {
        Set<String> told = ofCustomer.stream().map(Line::name).collect(Collectors.toSet());
        return Stream.concat(ofCustomer.stream(), others(hit, told).stream()).toList();
    }

    private List<Line> others(AuditHit hit, Set<String> told) {
        JsonObject before = document(hit.entry().before());
        JsonObject after = document(hit.entry().after());
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        names.removeAll(told);
        // What a comment or a file belongs to is told as the record.
        names.remove("customer");
        return names.stream()
                .filter(name ->
                        !before.getOrDefault(name, JsonValue.NULL).equals(after.getOrDefault(name, JsonValue.NULL)))
                .map(name -> new Line(
                        name,
                        field(name),
                        value(name, before.get(name)),
                        value(name, after.get(name)),
                        hit.entry().version(),
                        false))
                .toList();
    }

    private String field(String name) {
        String own = texts.message("audit.field." + name);
        return own.startsWith("audit.field.") ? customerWords.field(name) : own;
    }

    private String value(String field, JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        return switch (value.getValueType()) {
            case TRUE -> texts.message("general.yes");
            case FALSE -> texts.message("general.no");
            case STRING -> word(field, ((JsonString) value).getString());
            case ARRAY -> joined(field, ((JsonArray) value).stream());
            case OBJECT -> object(field, value.asJsonObject());
            default -> value.toString();
        };
    }

    private String joined(String field, Stream<JsonValue> values) {
        return values.map(one -> value(field, one)).collect(Collectors.joining(", "));
    }

    /** A thing by its name, where it has one. */
    private String object(String field, JsonObject object) {
        JsonValue name = object.getOrDefault("name", object.get("nameVi"));
        return name == null ? joined(field, object.values().stream()) : value("name", name);
    }

    private String word(String field, String code) {
        if (field.equals("rule") || field.equals("filter")) {
            return code.isEmpty() ? "" : filters.sentence(code);
        }
        Class<? extends Enum<?>> constants = CONSTANTS.get(field);
        if (constants != null) {
            return Arrays.stream(constants.getEnumConstants())
                    .filter(constant -> constant.name().equals(code))
                    .map(texts::label)
                    .findFirst()
                    .orElse(code);
        }
        String key = CODES.getOrDefault(field, "") + code;
        String word = CODES.containsKey(field) ? texts.message(key) : code;
        return word.equals(key) ? code : word;
    }

    private static JsonObject document(String json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
