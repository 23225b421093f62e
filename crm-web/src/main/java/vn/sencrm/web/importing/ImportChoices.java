package vn.sencrm.web.importing;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import vn.sencrm.importing.ImportOptions;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.importing.sheet.SheetLayout;

/** What the user chooses for an import before it runs: at first what the run has, then what the page's inputs say. */
public final class ImportChoices implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> mapping;
    private final String stage;
    private final SheetLayout layout;
    private ImportOptions.Key key;
    private ImportOptions.OnMatch onMatch;
    private ImportOptions.FurtherContact onFurtherContact;
    private String kind;
    private String tags;
    private Long group;
    private Long team;
    private boolean clearEmpties;
    private boolean automation;

    ImportChoices(ImportRun run) {
        mapping = new LinkedHashMap<>(run.mapping());
        ImportOptions options = run.options();
        stage = options.stage();
        layout = options.layout();
        key = options.key();
        onMatch = options.onMatch();
        onFurtherContact = options.onFurtherContact();
        kind = options.kind();
        tags = String.join(", ", options.tags());
        group = options.group();
        team = options.team();
        clearEmpties = options.clearEmpties();
        automation = options.automation();
    }

    ImportOptions options() {
        return new ImportOptions(
                key,
                onMatch,
                onFurtherContact,
                kind,
                stage,
                Stream.of(tags.split("[,;]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList(),
                group,
                team,
                clearEmpties,
                automation,
                layout);
    }

    /** Fields by the titles of the columns; the page writes into it. */
    public Map<String, String> getMapping() {
        return mapping;
    }

    public ImportOptions.Key getKey() {
        return key;
    }

    public void setKey(ImportOptions.Key key) {
        this.key = key;
    }

    public ImportOptions.OnMatch getOnMatch() {
        return onMatch;
    }

    public void setOnMatch(ImportOptions.OnMatch onMatch) {
        this.onMatch = onMatch;
    }

    public ImportOptions.FurtherContact getOnFurtherContact() {
        return onFurtherContact;
    }

    public void setOnFurtherContact(ImportOptions.FurtherContact onFurtherContact) {
        this.onFurtherContact = onFurtherContact;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    /** Names of tags between commas. */
    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags == null ? "" : tags;
    }

    public Long getGroup() {
        return group;
    }

    public void setGroup(Long group) {
        this.group = group;
    }

    public Long getTeam() {
        return team;
    }

    public void setTeam(Long team) {
        this.team = team;
    }

    public boolean isClearEmpties() {
        return clearEmpties;
    }

    public void setClearEmpties(boolean clearEmpties) {
        this.clearEmpties = clearEmpties;
    }

    public boolean isAutomation() {
        return automation;
    }

    public void setAutomation(boolean automation) {
        this.automation = automation;
    }
}
