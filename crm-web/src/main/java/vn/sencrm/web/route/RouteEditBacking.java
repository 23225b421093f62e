package vn.sencrm.web.route;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.route.Route;
import vn.sencrm.customer.route.RouteInput;
import vn.sencrm.customer.route.RouteQueries;
import vn.sencrm.customer.route.RouteService;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** The form of a route, new or known. */
@Named
@RequestScoped
public class RouteEditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RouteQueries queries;

    @Inject
    transient RouteService service;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient PageRequest request;

    private String code = "";
    private String name = "";
    private String notes = "";
    private boolean archived;
    private String[] staff = {};
    private int version;

    /** Opens the form: of the route with this id, or of a new one. */
    public void open() throws IOException {
        if (!request.refuses(Right.CUSTOMER_ASSIGN) && !isNew()) {
            Route route = queries.get(id());
            code = route.code();
            name = route.name();
            notes = route.notes();
            archived = route.archived();
            staff = route.staff().stream().map(Route.Staff::username).toArray(String[]::new);
            version = route.version();
        }
    }

    public boolean isNew() {
        return request.text("id").isEmpty();
    }

    private long id() {
        String id = request.text("id");
        if (!id.matches("\\d{1,18}")) {
            throw new NotFoundException("route", id);
        }
        return Long.parseLong(id);
    }

    /** Saves and shows the route. */
    public void save() throws IOException {
        RouteInput input = new RouteInput(code, name, notes, archived, Arrays.asList(staff));
        Route saved = isNew()
                ? service.create(input, Cause.FORM)
                : service.change(id(), request.version(), input, Cause.FORM);
        notices.success("route_edit.message.info.saved");
        request.show("/route/detail.xhtml?id=" + saved.id());
    }

    /** Deletes a route without customers. */
    public void delete() throws IOException {
        service.delete(id(), Cause.FORM);
        notices.success("route_edit.message.info.deleted");
        request.show("/route/list.xhtml");
    }

    /** Who can be given the route. */
    public List<CustomerChoices.Choice> getPeople() {
        return references.choices().of(CustomerField.OWNER);
    }

    public String getTitle() {
        return texts.message(isNew() ? "route_edit.title.new" : "route_edit.title");
    }

    public String getId() {
        return request.text("id");
    }

    public String getVersion() {
        String sent = request.text("version");
        return sent.isEmpty() ? Integer.toString(version) : sent;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }

    public boolean isArchived() {
        return archived;
    }

    public void setArchived(boolean archived) {
        this.archived = archived;
    }

    public String[] getStaff() {
        return staff.clone();
    }

    public void setStaff(String[] staff) {
        this.staff = staff.clone();
    }
}
