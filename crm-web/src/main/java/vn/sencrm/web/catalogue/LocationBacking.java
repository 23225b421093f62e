package vn.sencrm.web.catalogue;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.identity.Right;
import vn.sencrm.location.LocationInput;
import vn.sencrm.location.LocationRow;
import vn.sencrm.location.LocationService;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** Provinces; the communes of one ({@code ?in=79}); or what a search finds in both (LOC-1). */
@Named
@RequestScoped
public class LocationBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FOUND = 200;

    /** The count that means "this many, or more". */
    private static final long COUNTED = 10_000;

    @Inject
    transient LocationService service;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient Notices notices;

    @Inject
    transient PageRequest request;

    private final Map<String, String> form = new LinkedHashMap<>();
    private transient List<LocationRow> rows;
    private transient LocationRow province;
    private String search;
    private String in;
    private boolean archived;

    @PostConstruct
    void readAddress() {
        search = request.text("q").strip();
        in = request.text("in");
        archived = Boolean.parseBoolean(request.text("archived"));
    }

    /** Answers who may not before anything is shown. */
    public void open() throws IOException {
        if (!request.refuses(Right.CONFIGURE) && !in.isEmpty()) {
            getProvince();
        }
    }

    // ---- what the page shows

    /** The province whose communes are shown, or null. */
    public LocationRow getProvince() {
        if (province == null && !in.isEmpty()) {
            province = service.get(in);
        }
        return province;
    }

    public String getTitle() {
        return in.isEmpty()
                ? texts.message("catalogue.of.locations")
                : getProvince().name();
    }

    public List<LocationRow> getRows() {
        if (rows == null) {
            if (!search.isEmpty()) {
                rows = service.search(search, archived, FOUND);
            } else {
                rows = in.isEmpty() ? service.provinces(archived) : service.communes(in, archived);
            }
        }
        return rows;
    }

    /** Whether the search found more than is shown. */
    public boolean isCut() {
        return getRows().size() == FOUND;
    }

    public String addresses(LocationRow row) {
        String number = formats.number(row.addresses());
        return row.addresses() < COUNTED ? number : texts.message("catalogue.uses.more", number);
    }

    public String question(LocationRow row) {
        return texts.message("location_list.delete.question", row.name());
    }

    public String former(LocationRow row) {
        return String.join("; ", row.former());
    }

    /** What the dialog is filled with to change a place. */
    public String json(LocationRow row) {
        return JSON.createObjectBuilder()
                .add("id", row.code())
                .add("version", Integer.toString(row.version()))
                .add("code", row.code())
                .add("name", row.name())
                .add("former", String.join("\n", row.former()))
                .build()
                .toString();
    }

    // ---- what the user does

    /** Adds the place of the form, to the province that is shown, or changes the one whose code it carries. */
    public void save() throws IOException {
        List<String> former = Arrays.stream(typed("former").split("[;\\n]")).toList();
        LocationInput input = new LocationInput(typed("code"), in, typed("name"), former);
        LocationRow saved = request.text("id").isEmpty()
                ? service.add(input, Cause.FORM)
                : service.change(request.text("id"), request.version(), input, Cause.FORM);
        notices.success("catalogue.message.info.saved", saved.name());
        stay();
    }

    /** What was pressed in a row. */
    public void act() throws IOException {
        String code = request.text("id");
        switch (request.text("act")) {
            case "archive" ->
                notices.success(
                        "location_list.message.info.archived",
                        service.archive(code, request.version(), true, Cause.FORM)
                                .name());
            case "unarchive" ->
                notices.success(
                        "catalogue.message.info.unarchived",
                        service.archive(code, request.version(), false, Cause.FORM)
                                .name());
            case "delete" -> {
                LocationRow row = service.get(code);
                service.delete(code, request.version(), Cause.FORM);
                notices.success("catalogue.message.info.deleted", row.name());
            }
            default -> {
                // made up: nothing is done
            }
        }
        stay();
    }

    /** What stands in an input; Faces puts null where nothing does. */
    private String typed(String input) {
        return form.get(input) == null ? "" : form.get(input);
    }

    private void stay() throws IOException {
        request.show("/location/list.xhtml?in=" + URLEncoder.encode(in, StandardCharsets.UTF_8)
                + (archived ? "&archived=true" : ""));
    }

    /** The dialog's inputs by their names in JSON; the page writes into it. */
    public Map<String, String> getForm() {
        return form;
    }

    /** The page shares its parts with those of catalogues, which are told apart by this. */
    public String getOf() {
        return "locations";
    }

    public String getSearch() {
        return search;
    }

    public String getIn() {
        return in;
    }

    public boolean isArchived() {
        return archived;
    }
}
