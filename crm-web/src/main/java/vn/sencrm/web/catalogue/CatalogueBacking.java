package vn.sencrm.web.catalogue;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.Serializable;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.catalogue.Catalogue;
import vn.sencrm.catalogue.CatalogueEntry;
import vn.sencrm.catalogue.CatalogueField;
import vn.sencrm.catalogue.CatalogueInput;
import vn.sencrm.catalogue.CatalogueService;
import vn.sencrm.catalogue.Catalogues;
import vn.sencrm.catalogue.Colour;
import vn.sencrm.identity.Right;
import vn.sencrm.web.customer.FilterTeller;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/**
 * One catalogue, whichever (CATLG-1). Which one it is stands in the address and in a hidden field of each form: the
 * page is built of it before the view's parameters are taken over.
 */
@Named
@RequestScoped
public class CatalogueBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Catalogues catalogues;

    @Inject
    transient CatalogueService service;

    @Inject
    transient FilterTeller filters;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient Notices notices;

    @Inject
    transient PageRequest request;

    private final Map<String, String> form = new LinkedHashMap<>();
    private transient Catalogue catalogue;
    private transient List<CatalogueEntry> entries;
    private String search;
    private boolean archived;

    @PostConstruct
    void readAddress() {
        String of = request.text("of");
        catalogue = of.isEmpty() ? catalogues.all().get(0) : catalogues.find(of).orElse(null);
        search = request.text("q").strip();
        archived = Boolean.parseBoolean(request.text("archived"));
    }

    /** Answers who may not, or asks for a catalogue that is none, before anything is shown. */
    public void open() throws IOException {
        if (!request.refuses(Right.CONFIGURE) && catalogue == null) {
            request.answerNotFound();
        }
    }

    // ---- what the page shows

    public String getOf() {
        return catalogue == null ? "" : catalogue.name();
    }

    public String getTitle() {
        return texts.message("catalogue.of." + getOf());
    }

    public List<CatalogueField> getFields() {
        return catalogue == null ? List.of() : catalogue.fields();
    }

    public List<String> getColours() {
        return Colour.codes();
    }

    public List<CatalogueEntry> getEntries() {
        if (entries == null) {
            entries = service.search(getOf(), search).stream()
                    .filter(entry -> entry.archived() == archived)
                    .toList();
        }
        return entries;
    }

    /** The catalogue's field that holds a filter; null where it has none. */
    public CatalogueField getFilterField() {
        return getFields().stream().filter(CatalogueField::isFilter).findFirst().orElse(null);
    }

    /** What the filter that is being edited says; empty without one. */
    public String getSentence() {
        CatalogueField field = getFilterField();
        return field == null ? "" : sentence(form.getOrDefault(field.name(), ""));
    }

    private String sentence(String filter) {
        return filter == null || filter.isEmpty() ? "" : filters.sentence(filter);
    }

    /** A choice, number or filter of the catalogue's own, in words. */
    public String value(CatalogueEntry entry, CatalogueField field) {
        Object value = entry.more().get(field.name());
        if (field.isFilter()) {
            return sentence(value.toString());
        }
        if (field.isChoice()) {
            return texts.message("catalogue.option." + field.name() + "." + value);
        }
        String number = NumberFormat.getInstance(texts.getLocale()).format(value);
        return field.name().endsWith("Percent") ? texts.message("catalogue.percent", number) : number;
    }

    /** "12", or "hơn 10.000" where counting stopped. */
    public String uses(CatalogueEntry entry) {
        String number = formats.number(entry.uses());
        return entry.usesAreExact() ? number : texts.message("catalogue.uses.more", number);
    }

    /** What the dialog is filled with to change an entry. */
    public String json(CatalogueEntry entry) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", Long.toString(entry.id()))
                .add("version", Integer.toString(entry.version()))
                .add(CatalogueInput.CODE, entry.code())
                .add(CatalogueInput.NAME_VI, entry.nameVi())
                .add(CatalogueInput.NAME_EN, entry.nameEn())
                .add(CatalogueInput.COLOUR, entry.colour());
        entry.more().forEach((field, value) -> json.add(field, value.toString()));
        if (getFilterField() != null) {
            json.add("sentence", value(entry, getFilterField()));
        }
        return json.build().toString();
    }

    /** What is asked before an entry goes. */
    public String question(CatalogueEntry entry) {
        return texts.message(
                "catalogue.delete.question", entry.name(texts.getLocale().getLanguage()));
    }

    // ---- what the user does

    /** Adds the entry of the form, or changes the one whose id it carries. */
    public void save() throws IOException {
        CatalogueInput input = new CatalogueInput();
        form.forEach(input::set);
        String id = request.text("id");
        CatalogueEntry saved = id.isEmpty()
                ? service.add(getOf(), input, Cause.FORM)
                : service.change(getOf(), request.number("id"), request.version(), input, Cause.FORM);
        notices.success(
                "catalogue.message.info.saved", saved.name(texts.getLocale().getLanguage()));
        stay();
    }

    /** What was pressed in a row: {@code act} says what, {@code id} and {@code version} of which entry. */
    public void act() throws IOException {
        long id = request.number("id");
        int version = request.version();
        switch (request.text("act")) {
            case "up" -> service.move(getOf(), id, -1, Cause.FORM);
            case "down" -> service.move(getOf(), id, 1, Cause.FORM);
            case "archive" -> say("archived", service.archive(getOf(), id, version, true, Cause.FORM));
            case "unarchive" -> say("unarchived", service.archive(getOf(), id, version, false, Cause.FORM));
            case "delete" -> delete(id, version);
            default -> {
                // made up: nothing is done
            }
        }
        stay();
    }

    private void delete(long id, int version) {
        CatalogueEntry entry = service.get(getOf(), id);
        service.delete(getOf(), id, version, Cause.FORM);
        say("deleted", entry);
    }

    private void say(String what, CatalogueEntry entry) {
        notices.success(
                "catalogue.message.info." + what, entry.name(texts.getLocale().getLanguage()));
    }

    /** The same list, read afresh. */
    private void stay() throws IOException {
        request.show("/catalogue/list.xhtml?of=" + getOf() + (archived ? "&archived=true" : ""));
    }

    /** The dialog's inputs by their names in JSON; the page writes into it. */
    public Map<String, String> getForm() {
        return form;
    }

    public String getSearch() {
        return search;
    }

    public boolean isArchived() {
        return archived;
    }
}
