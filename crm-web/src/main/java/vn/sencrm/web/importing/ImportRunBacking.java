package vn.sencrm.web.importing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.identity.team.Team;
import vn.sencrm.identity.team.TeamMode;
import vn.sencrm.identity.team.TeamQueries;
import vn.sencrm.importing.ImportField;
import vn.sencrm.importing.ImportIssue;
import vn.sencrm.importing.ImportOptions;
import vn.sencrm.importing.ImportPhase;
import vn.sencrm.importing.ImportProgress;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.importing.ImportService;
import vn.sencrm.importing.ImportState;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** One import: its columns while they may be changed, its progress while it works, its result. */
@Named
@RequestScoped
public class ImportRunBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ISSUES = 100;
    private static final int GROUPS = 500;

    @Inject
    transient ImportService imports;

    @Inject
    transient ImportQueries queries;

    @Inject
    transient TeamQueries teamQueries;

    @Inject
    transient GroupQueries groupQueries;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient ExternalContext external;

    private long id;
    private boolean warnings;
    private ImportChoices choices;
    private transient ImportRun run;
    private transient List<ImportIssue> issues;

    /**
     * Which run it is stands in the address and in a hidden field of each form: a postback must know it before the
     * view's parameters are taken over, for what is shown decides which inputs are read.
     */
    @PostConstruct
    void readAddress() {
        Map<String, String> parameters = external.getRequestParameterMap();
        String number = parameters.getOrDefault("id", "");
        id = number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
        warnings = Boolean.parseBoolean(parameters.get("warnings"));
    }

    // ---- what the page shows

    public ImportRun getRun() {
        if (run == null) {
            run = queries.get(id);
        }
        return run;
    }

    /** Customers have keys, tags and teams; other records do not. */
    public boolean isOfCustomers() {
        return getRun().type().equals("customers") || isOfContacts();
    }

    public boolean isOfContacts() {
        return getRun().type().equals("contacts");
    }

    public boolean isOpen() {
        return getRun().state().isOpen();
    }

    public boolean isActive() {
        return getRun().state().isActive();
    }

    public boolean isDecided() {
        return getRun().counts().decided() > 0;
    }

    public boolean isChecked() {
        return getRun().state() == ImportState.CHECKED;
    }

    public boolean isResumable() {
        return getRun().state() == ImportState.STOPPED
                || getRun().state() == ImportState.FAILED && "INTERNAL".equals(getRun().errorCode());
    }

    public boolean isUndone() {
        return getRun().state() == ImportState.UNDONE;
    }

    /** Whether the counts tell what will be done rather than what was. */
    public boolean isAhead() {
        return !getRun().isApplied() && !isUndone() && getRun().phase() != ImportPhase.UNDO;
    }

    public List<String> getSteps() {
        return Stream.of("file", "columns", "matches", "check", "run")
                .map(step -> texts.message("import_run.step." + step))
                .toList();
    }

    /** Which columns the import cannot do without. */
    public String getMappingNeeded() {
        String type = getRun().type();
        return switch (type) {
            case "customers", "contacts" ->
                texts.message(
                        "import_run.mapping_needed." + type,
                        texts.label(getRun().options().key()));
            case "locations" -> texts.message("import_run.mapping_needed.locations");
            default -> texts.message("import_run.mapping_needed.name");
        };
    }

    /** Where the next file of the same kind, for the same group, is chosen. */
    public String getAnother() {
        Long joined = getRun().options().group();
        return "new.xhtml?type=" + getRun().type() + (joined == null ? "" : "&group=" + joined);
    }

    public int getStep() {
        return switch (getRun().state()) {
            case UPLOADED, MAPPED -> 1;
            case CHECKING, CHECKED -> 3;
            case FAILED -> getRun().phase() == null ? 0 : stepOfWork();
            default -> stepOfWork();
        };
    }

    private int stepOfWork() {
        return getRun().phase() == ImportPhase.READ || getRun().phase() == ImportPhase.DECIDE ? 3 : 4;
    }

    /** What is imported. */
    public String getTitle() {
        return texts.message("import_new.title." + getRun().type());
    }

    /** File and number of rows, beside the title. */
    public String getSubtitle() {
        return getRun().total() == null
                ? getRun().fileName()
                : texts.message("import_run.subtitle", getRun().fileName(), getRun().total());
    }

    public ImportProgress getProgress() {
        return queries.progress(getRun());
    }

    public String getProgressLabel() {
        return getRun().phase() == null ? "" : texts.label(getRun().phase());
    }

    public String getProgressText() {
        ImportProgress progress = getProgress();
        if (progress.total() == null) {
            return texts.message("import_run.progress.read", progress.done());
        }
        String done = formats.number(progress.done());
        String total = formats.number(progress.total());
        return progress.etaSeconds() == null
                ? texts.message("import_run.progress", done, total)
                : texts.message("import_run.progress.eta", done, total, formats.duration(progress.etaSeconds()));
    }

    /** Why nobody works on it, and how much of what the counts foresee was done. */
    public String getRestText() {
        ImportProgress progress = getProgress();
        String state = texts.label(getRun().state());
        return getRun().isApplied() && progress.total() != null
                ? texts.message(
                        "import_run.rests", state, formats.number(progress.done()), formats.number(progress.total()))
                : state;
    }

    public List<ImportField> getFields() {
        return queries.fields(getRun().type());
    }

    /** The first rows that were refused, or taken with a doubt. */
    public List<ImportIssue> getIssues() {
        if (issues == null) {
            issues = queries.issues(getRun().id(), !warnings, 0, ISSUES);
        }
        return issues;
    }

    /** The columns that tell which row it is, and those with a fault in a row shown. */
    public List<Integer> getIssueColumns() {
        Stream<Integer> telling = Stream.of(
                        "code", "name", "phones", "emails", "location.code", "location.name", "tag.name")
                .flatMap(field -> getRun().columnsOf(field).stream().limit(1));
        Stream<Integer> faulty = getIssues().stream()
                .flatMap(issue -> issue.problems().stream())
                .map(problem -> problem.column())
                .filter(column -> column >= 0);
        return Stream.concat(telling, faulty).distinct().sorted().limit(8).toList();
    }

    // ---- what the user does

    /** Counts what would happen, without changing anything. */
    public String check() {
        return begin(true);
    }

    public String start() {
        return begin(false);
    }

    private String begin(boolean dryRun) {
        ImportRun mapped =
                imports.map(id, getChoices().getMapping(), getChoices().options());
        if (mapped.state() == ImportState.MAPPED) {
            imports.run(id, dryRun);
        }
        return here();
    }

    /** Keeps what is chosen so far, so that the preview tells what comes of it. */
    public void remap() {
        run = imports.map(id, getChoices().getMapping(), getChoices().options());
    }

    /** What is shown is read again. */
    void forget() {
        run = null;
    }

    /** From the check on to the import, with the very verdicts shown. */
    public String goOn() {
        imports.run(id, false);
        return here();
    }

    public String stop() {
        imports.stop(id);
        return here();
    }

    public String resume() {
        imports.resume(id);
        return here();
    }

    /** All that was chosen and corrected is forgotten, and guessed anew. */
    public String reset() throws IOException {
        imports.reset(id);
        return here();
    }

    public String discard() {
        imports.discard(id);
        return "/importing/list.xhtml?faces-redirect=true";
    }

    private String here() {
        return "/importing/run.xhtml?faces-redirect=true&id=" + id;
    }

    // ---- state

    /** What the user chooses; the page writes into it. */
    public ImportChoices getChoices() {
        if (choices == null) {
            choices = new ImportChoices(getRun());
        }
        return choices;
    }

    public ImportOptions.Key[] getKeys() {
        return ImportOptions.Key.values();
    }

    /** The teams that deal customers out. */
    public List<Team> getTeams() {
        return teamQueries.all().stream()
                .filter(candidate -> !candidate.archived() && candidate.mode() != TeamMode.NONE)
                .toList();
    }

    /** The groups that customers can be put into. */
    public List<CustomerGroup> getGroups() {
        return groupQueries.choices(GROUPS);
    }

    public long getId() {
        return id;
    }

    public boolean isWarnings() {
        return warnings;
    }
}
