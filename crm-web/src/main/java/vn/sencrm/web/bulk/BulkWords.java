package vn.sencrm.web.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.bulk.BulkState;
import vn.sencrm.bulk.BulkVerdict;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.attribute.AttributeValues;
import vn.sencrm.web.customer.AttributeWords;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/** What bulk actions are called in the user's language. */
@Named
@RequestScoped
public class BulkWords {

    private static final Set<String> WITHOUT_VALUE = Set.of("delete", "follow", "unfollow");

    private final Texts texts;
    private final CustomerReferences references;
    private final Preferences preferences;
    private final AttributeWords attributes;

    @Inject
    public BulkWords(Texts texts, CustomerReferences references, Preferences preferences, AttributeWords attributes) {
        this.texts = texts;
        this.references = references;
        this.preferences = preferences;
        this.attributes = attributes;
    }

    protected BulkWords() {
        this(null, null, null, null);
    }

    /** "Đổi trạng thái: Đang tư vấn"; an undo says what it undoes. */
    public String title(BulkRun run) {
        String action = texts.message("bulk.action." + run.action());
        String value = value(run);
        String told = value.isEmpty() ? action : texts.message("bulk.title", action, value);
        return run.isUndo() ? texts.message("bulk.title.undo", told) : told;
    }

    private String value(BulkRun run) {
        if (WITHOUT_VALUE.contains(run.action())) {
            return "";
        }
        JsonObject parameters = run.parameters();
        if (parameters.containsKey("attributes")) {
            return parameters.getJsonObject("attributes").entrySet().stream()
                    .map(given -> attribute(given.getKey(), given.getValue()))
                    .collect(Collectors.joining("; "));
        }
        if (parameters.containsKey("tags")) {
            return String.join(
                    ", ",
                    parameters.getJsonArray("tags").stream()
                            .map(tag -> tag.asJsonObject().getString("name"))
                            .toList());
        }
        if (parameters.containsKey("group")) {
            return parameters.getJsonObject("group").getString("name");
        }
        return run.action().equals("owner") ? owner(parameters) : nameOf(run.action(), parameters);
    }

    private String attribute(String code, JsonValue value) {
        String told = value == JsonValue.NULL
                ? texts.message("bulk.none")
                : attributes.value(code, AttributeValues.read(value));
        return texts.message("bulk.title", attributes.label(code), told);
    }

    private String owner(JsonObject parameters) {
        List<String> parts = new ArrayList<>();
        if (isGiven(parameters, "team")) {
            parts.add(nameOf("team", parameters));
        }
        if (isGiven(parameters, "owner")) {
            parts.add(nameOf("owner", parameters));
        }
        return parts.isEmpty() ? texts.message("bulk.none") : String.join(" · ", parts);
    }

    private static boolean isGiven(JsonObject parameters, String name) {
        return parameters.getOrDefault(name, JsonValue.NULL) != JsonValue.NULL;
    }

    private String nameOf(String name, JsonObject parameters) {
        CustomerField field = CustomerField.named(name).orElse(null);
        if (field == null || !isGiven(parameters, name)) {
            return texts.message("bulk.none");
        }
        CustomerDocument document = new CustomerDocument();
        long id = parameters.getJsonNumber(name).longValue();
        document.put(field, id);
        CustomerNames names = references.names(List.of(document));
        return names.of(field, id, preferences.getLanguage());
    }

    public String state(BulkRun run) {
        return texts.label(run.state());
    }

    /** The tone of {@code crm:status} for a state. */
    public String tone(BulkState state) {
        return switch (state) {
            case DONE -> "ok";
            case DONE_WITH_ERRORS, STOPPED -> "warn";
            case FAILED -> "bad";
            case RUNNING -> "info";
        };
    }

    public String toneOf(BulkVerdict verdict) {
        return switch (verdict) {
            case DONE -> "ok";
            case UNCHANGED -> "neutral";
            case SKIPPED -> "warn";
            case REFUSED -> "bad";
        };
    }

    public String verdict(BulkVerdict verdict) {
        return texts.label(verdict);
    }

    /** Why a record was not done, nothing where nothing needs to be said. */
    public String reason(String code) {
        return code == null ? "" : texts.message("bulk.reason." + code);
    }

    /** Why a run failed, with the reference when it was our own fault. */
    public String failure(BulkRun run) {
        return run.errorCode() == null
                ? ""
                : texts.error(run.errorCode(), run.errorDetail() == null ? "" : run.errorDetail());
    }
}
