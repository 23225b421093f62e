package vn.sencrm.web.group;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.list.SavedFilter;
import vn.sencrm.customer.list.SavedFilters;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupInput;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.group.GroupSelection;
import vn.sencrm.group.GroupService;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.ImportOptions;
import vn.sencrm.web.importing.ImportUpload;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/**
 * The form of a group, new or known (GRP-2, GRP-3). Who is to be in it or no longer is gathered in the browser
 * (group.js) and comes with the form, as does a file of customers: until it is saved nothing is kept anywhere. Once it is,
 * the file's import goes on with its own page.
 */
@Named
@RequestScoped
public class GroupEditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient GroupQueries queries;

    @Inject
    transient GroupService groups;

    @Inject
    transient SavedFilters savedFilters;

    @Inject
    transient CustomerFilters filters;

    @Inject
    transient ImportUpload uploads;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient FacesContext faces;

    @Inject
    transient ExternalContext external;

    private String name = "";
    private String description = "";
    private Long savedFilter;
    private String importType = "customers";
    private transient Part file;
    private transient CustomerGroup group;

    /** Opens the form: of the group with this id, or of a new one. */
    public void open() throws IOException {
        if (!external.isUserInRole(Right.GROUP_MANAGE)) {
            external.responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
        } else if (!isNew()) {
            name = getGroup().name();
            description = getGroup().description();
        }
    }

    public boolean isNew() {
        return getId().isEmpty();
    }

    public String getId() {
        return parameters().getOrDefault("id", "");
    }

    private long id() {
        if (!getId().matches("\\d{1,18}")) {
            throw new NotFoundException("customer-group", getId());
        }
        return Long.parseLong(getId());
    }

    /** The group as it is, null for a new one. */
    public CustomerGroup getGroup() {
        if (group == null && !isNew()) {
            group = queries.get(id());
        }
        return group;
    }

    /** Whether a filter says who is in it; of a new group that is chosen in its address. */
    public boolean isDynamic() {
        return isNew() ? parameters().containsKey("dynamic") : getGroup().isDynamic();
    }

    public String getTitle() {
        return texts.message(
                !isNew() ? "group_edit.title" : isDynamic() ? "group_edit.title.dynamic" : "group_edit.title.new");
    }

    /** What is no number is no version of the group. */
    private int version() {
        return getVersion().matches("\\d{1,9}") ? Integer.parseInt(getVersion()) : 0;
    }

    // ---- what the user does

    /** Saves, and goes back to the groups, or on to the import of the file that was chosen. */
    public void save() throws IOException {
        boolean importing = ImportUpload.isGiven(file);
        if (importing) {
            uploads.check(file);
        }
        GroupInput input = new GroupInput(name, description, isDynamic() ? chosen() : null);
        CustomerGroup saved = isNew()
                ? groups.create(input, added(), Cause.FORM)
                : groups.change(id(), version(), input, added(), ids("removed"), Cause.FORM);
        notices.success(importing ? "group_edit.message.info.importing" : "group_edit.message.info.saved");
        external.redirect(external.getRequestContextPath() + (importing ? takeIn(saved.id()) : "/group/list.xhtml"));
    }

    private String takeIn(long groupId) throws IOException {
        return uploads.takeIn(importType, file, ImportOptions.DEFAULT.into(groupId));
    }

    public void delete() throws IOException {
        groups.delete(id(), Cause.FORM);
        notices.success("group_edit.message.info.deleted");
        external.redirect(external.getRequestContextPath() + "/group/list.xhtml");
    }

    /** The filter that was chosen; a known group keeps its own when none was. */
    private Filter chosen() {
        if (savedFilter == null) {
            if (isNew()) {
                throw new InvalidInputException(List.of(new FieldProblem("filter", "REQUIRED")));
            }
            return null;
        }
        SavedFilter saved = savedFilters.get(savedFilter);
        Filter filter = filters.parse(saved.filter());
        if (saved.stage() != null) {
            filter = Filter.Condition.of("stage", FilterOp.EQ, saved.stage().name())
                    .and(filter);
        }
        return saved.search() == null || saved.search().isBlank()
                ? filter
                : filter.and(Filter.Condition.of("name", FilterOp.CONTAINS, saved.search()));
    }

    private List<GroupSelection> added() {
        List<GroupSelection> added = new ArrayList<>();
        List<Long> ids = ids("added");
        if (!ids.isEmpty()) {
            added.add(GroupSelection.of(ids));
        }
        filters().forEach(filter -> added.add(GroupSelection.matching(filters.parse(filter), null)));
        return added;
    }

    private List<Long> ids(String parameter) {
        return Arrays.stream(parameters().getOrDefault(parameter, "").split(","))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    /** What was taken whole out of the picker, as an array of filters; what is none says nothing. */
    private List<String> filters() {
        String json = parameters().getOrDefault("addedFilters", "");
        if (json.isBlank()) {
            return List.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        } catch (JsonException | ClassCastException unreadable) {
            return List.of();
        }
    }

    // ---- what the form shows

    /** Those that can be made a group: they can be read and say something. */
    public List<SavedFilter> getSavedFilters() {
        return savedFilters.all().stream()
                .filter(saved -> saved.problem() == null && (saved.filter() != null || saved.search() != null))
                .toList();
    }

    public String getVersion() {
        return parameters()
                .getOrDefault(
                        "version", isNew() ? "0" : Integer.toString(getGroup().version()));
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getImportType() {
        return importType;
    }

    public void setImportType(String importType) {
        this.importType = importType;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public Long getSavedFilter() {
        return savedFilter;
    }

    public void setSavedFilter(Long savedFilter) {
        this.savedFilter = savedFilter;
    }
}
