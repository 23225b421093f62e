package vn.sencrm.web.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.sencrm.bulk.BulkQueries;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.bulk.BulkSelection;
import vn.sencrm.bulk.BulkService;
import vn.sencrm.bulk.SelectionChangedException;
import vn.sencrm.bulk.TagUse;
import vn.sencrm.bulk.TeamChoice;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.Filter.Condition;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.web.export.ExportAsk;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/**
 * The dialog of a bulk action: opened with what is selected, it says how many customers that are; confirmed with that
 * number it puts the action to work, or asks again when another number is selected by then. What is selected and what
 * was chosen comes with each request (bulk.js); nothing is kept between two.
 */
@Named
@RequestScoped
public class BulkAskBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Not an action on customers, but asked about in the same dialog. */
    private static final String EXPORT = "export";

    private static final int MAX_GROUPS = 1_000;

    private static final Set<String> CHOICES = Set.of("status", "category", "tier", "source");

    @Inject
    transient BulkService bulk;

    @Inject
    transient BulkQueries queries;

    @Inject
    transient ExportAsk export;

    @Inject
    transient GroupQueries groups;

    @Inject
    transient CustomerFilters filters;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient BulkAttributesBacking attributes;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient ExternalContext external;

    private transient Map<String, String[]> sent;
    private transient CustomerChoices choices;
    private Long count;
    private boolean changed;

    @PostConstruct
    void readRequest() {
        sent = external.getRequestParameterValuesMap();
    }

    // ---- what the user does

    /** Opens the dialog: counts what is selected now. */
    public void prepare() {
        count = queries.count(selection());
    }

    /** Puts the action to work and shows the run. */
    public void confirm() throws IOException {
        if (getAction().equals(EXPORT)) {
            BulkSelection what = selection();
            long run = export.start(what.ids(), what.filter(), what.search()).id();
            external.redirect(external.getRequestContextPath() + "/export/run.xhtml?id=" + run);
            return;
        }
        try {
            BulkRun run = bulk.start(getAction(), args(), selection(), expected());
            external.redirect(external.getRequestContextPath() + "/bulk/run.xhtml?id=" + run.id());
        } catch (SelectionChangedException other) {
            count = other.actual();
            changed = true;
        }
    }

    private BulkSelection selection() {
        if (!"true".equals(one("bulkAll"))) {
            return BulkSelection.of(Stream.of(one("bulkIds").split(","))
                    .filter(id -> id.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .toList());
        }
        Filter filter = filters.parse(one("bulkFilter"));
        String stage = one("bulkStage");
        Filter all = stage.isEmpty()
                ? filter
                : Condition.of("stage", FilterOp.EQ, stage).and(filter);
        return BulkSelection.matching(all.equals(Filter.ALL) ? null : all, one("bulkSearch"));
    }

    private Long expected() {
        return one("bulkExpected").matches("\\d{1,18}") ? Long.valueOf(one("bulkExpected")) : null;
    }

    private JsonObject args() {
        JsonObjectBuilder args = JSON.createObjectBuilder();
        switch (getAction()) {
            case "tag" -> {
                args.add("tags", tags());
                args.add("shared", !one("bulkShared").isEmpty());
            }
            case "untag" -> args.add("tags", tags());
            case "attributes" -> args.add("attributes", attributes.values());
            case "group", "ungroup" -> args.add("group", text("bulkGroup"));
            case "owner" -> args.add("team", text("bulkTeam")).add("person", text("bulkPerson"));
            default -> {
                if (isChoice() && sent.containsKey("bulkCode")) {
                    args.add("code", text("bulkCode"));
                }
            }
        }
        return args.build();
    }

    private JsonArrayBuilder tags() {
        JsonArrayBuilder names = JSON.createArrayBuilder();
        Stream.concat(
                        Arrays.stream(sent.getOrDefault("bulkTag", new String[0])),
                        Arrays.stream(one("bulkNewTags").split("[,;\n]")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(names::add);
        return names;
    }

    private JsonValue text(String name) {
        return one(name).isEmpty() ? JsonValue.NULL : JSON.createValue(one(name));
    }

    private String one(String name) {
        String[] values = sent.get(name);
        return values == null || values.length == 0 || values[0] == null ? "" : values[0].strip();
    }

    // ---- what the dialog shows

    /** Whether a dialog is open at all: the page is first rendered without one. */
    public boolean isAsking() {
        return !getAction().isEmpty();
    }

    public String getAction() {
        return one("bulkAction");
    }

    public boolean isChoice() {
        return CHOICES.contains(getAction());
    }

    /** What to know before: whether it can be taken back. */
    public String getHint() {
        return switch (getAction()) {
            case "delete", EXPORT -> getAction();
            default -> "undo";
        };
    }

    /** The number that the user confirms. */
    public Long getCount() {
        return count == null ? expected() : count;
    }

    /** "Xóa 248 khách hàng?" */
    public String getTitle() {
        return isAsking() ? texts.message("bulk.ask." + getAction(), formats.number(orZero(getCount()))) : "";
    }

    /** What stands on the button that does it. */
    public String getVerb() {
        return isAsking() ? texts.message("bulk.do." + getAction(), formats.number(orZero(getCount()))) : "";
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }

    /** Why the user is asked again, or nothing. */
    public String getChanged() {
        return changed
                ? texts.error("SELECTION_CHANGED", formats.number(orZero(expected())), formats.number(count))
                : "";
    }

    public List<CustomerChoices.Choice> getOptions() {
        return isChoice() ? choices().of(CustomerField.named(getAction()).orElseThrow()) : List.of();
    }

    public List<CustomerChoices.Choice> getPeople() {
        return choices().of(CustomerField.OWNER);
    }

    public List<TeamChoice> getTeams() {
        return queries.teams();
    }

    /** The tags that can be added, or that some of the selected customers have. */
    public List<TagUse> getTags() {
        return getAction().equals("untag") ? queries.tagsOf(selection()) : queries.tags();
    }

    /** The groups that customers can be put into. */
    public List<String> getGroups() {
        return groups.names(MAX_GROUPS);
    }

    private CustomerChoices choices() {
        if (choices == null) {
            choices = references.choices();
        }
        return choices;
    }

    /** Whether it was chosen in the request that is answered: what was chosen stays. */
    public boolean isChosen(String name, String value) {
        return Arrays.asList(sent.getOrDefault(name, new String[0])).contains(value);
    }

    public String getNewTags() {
        return one("bulkNewTags");
    }
}
