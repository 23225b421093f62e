package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.importing.ImportField;
import vn.sencrm.importing.ImportIssue;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.importing.ImportState;
import vn.sencrm.importing.ImportVerdict;
import vn.sencrm.importing.RowProblem;
import vn.sencrm.web.customer.AttributeWords;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/** What imports are called in the user's language. */
@Named
@RequestScoped
public class ImportWords {

    private static final Set<String> OF_ANY_FIELD = Set.of(
            "REQUIRED",
            "TOO_LONG",
            "TOO_MANY",
            "UNKNOWN_OPTION",
            "BAD_VALUE",
            "BAD_DATE",
            "BAD_NUMBER",
            "NUMBER_UNCLEAR",
            "OUT_OF_RANGE",
            "DUP_IN_DB",
            "DUP_IN_FILE");

    private static final Set<String> OF_CUSTOMERS = Set.of("customers", "contacts");

    private final Texts texts;
    private final Preferences preferences;
    private final AttributeWords attributes;

    @Inject
    public ImportWords(Texts texts, Preferences preferences, AttributeWords attributes) {
        this.texts = texts;
        this.preferences = preferences;
        this.attributes = attributes;
    }

    protected ImportWords() {
        this(null, null, null);
    }

    public String field(ImportField field) {
        return field.attribute() == null
                ? texts.message(field.label())
                : field.attribute().name(preferences.getLanguage());
    }

    /** What is wrong in a cell of a run; sentences that fit any field begin with the field's name. */
    public String sentence(ImportRun run, RowProblem problem) {
        // Elsewhere a record is stale that somebody was editing; here nobody was.
        String sentence = problem.code().equals("STALE")
                ? texts.message("import_run.stale")
                : texts.error(problem.code(), problem.arguments().toArray());
        if (!OF_ANY_FIELD.contains(problem.code())) {
            return sentence;
        }
        return texts.message("general.problem", label(run.type(), problem.field()), sentence);
    }

    /** A catalogue's code is no customer's. */
    private String label(String type, String path) {
        if (path.startsWith(Attribute.JSON_PREFIX)) {
            return attributes.label(path.substring(Attribute.JSON_PREFIX.length()));
        }
        String ofCatalogue = "catalogue.field." + path;
        String ofCustomer = "customer.field." + path.replaceAll("[\\[.].*", "");
        return (OF_CUSTOMERS.contains(type)
                        ? Stream.of("import.field." + path, ofCustomer, ofCatalogue)
                        : Stream.of("import.field." + path, ofCatalogue, ofCustomer))
                .filter(key -> !texts.message(key).equals(key))
                .findFirst()
                .map(texts::message)
                .orElse(path);
    }

    /** All that is wrong with a row. */
    public String sentences(ImportRun run, ImportIssue issue) {
        return issue.problems().stream()
                .map(problem -> sentence(run, problem))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What is imported. */
    public String type(ImportRun run) {
        return texts.message("import.template.sheet." + run.type());
    }

    public String state(ImportRun run) {
        return texts.label(run.state());
    }

    /** The tone of {@code crm:status} for a state. */
    public String tone(ImportState state) {
        return switch (state) {
            case DONE -> "ok";
            case DONE_WITH_ERRORS, STOPPED -> "warn";
            case FAILED -> "bad";
            case CHECKING, RUNNING, UNDOING -> "info";
            default -> "neutral";
        };
    }

    /** The tone of {@code crm:status} for what becomes of a row. */
    public String verdictTone(ImportVerdict verdict) {
        return switch (verdict) {
            case CREATE -> "ok";
            case UPDATE -> "info";
            case REFUSE -> "bad";
            case UNCHANGED, SKIP -> "neutral";
        };
    }

    /** Why a run failed, with the reference when it was our own fault. */
    public String failure(ImportRun run) {
        return run.errorCode() == null
                ? ""
                : texts.error(run.errorCode(), run.errorDetail() == null ? "" : run.errorDetail());
    }
}
