package vn.sencrm.web.attribute;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeInput;
import vn.sencrm.customer.attribute.AttributeService;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.CodeAndNames;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** The form of one definition. What it was opened for stands in the page, so that no server keeps it. */
@Named
@RequestScoped
public class AttributeEditBacking extends CodeAndNames {

    private static final long serialVersionUID = 1L;

    private static final int MOST_ROWS = 500;
    private static final int FIRST_ROWS = 3;

    @Inject
    transient AttributeService attributes;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient Notices notices;

    @Inject
    transient PageRequest request;

    @Inject
    transient FacesContext faces;

    private String type;
    private boolean required;
    private String[] kinds = {};
    private final List<ChoiceRow> choices = new ArrayList<>();
    private transient Attribute existing;
    private transient Long uses;

    /** As many rows as the browser shows, to be filled with what it sent. */
    @PostConstruct
    void init() {
        String sent = parameters().getOrDefault("rows", "");
        int rows = faces.isPostback() && sent.matches("\\d{1,3}") ? Math.min(Integer.parseInt(sent), MOST_ROWS) : 0;
        addRows(rows);
    }

    private void addRows(int number) {
        for (int i = 0; i < number; i++) {
            choices.add(new ChoiceRow());
        }
    }

    public void open() throws IOException {
        if (!request.refuses(Right.CONFIGURE) && !faces.isPostback()) {
            fill();
        }
    }

    private void fill() {
        if (isNew()) {
            type = AttributeType.TEXT.name();
            kinds = Arrays.stream(CustomerKind.values()).map(Enum::name).toArray(String[]::new);
            addRows(FIRST_ROWS);
            return;
        }
        Attribute attribute = existing();
        code = attribute.code();
        nameVi = attribute.nameVi();
        nameEn = attribute.nameEn();
        type = attribute.type().name();
        required = attribute.required();
        kinds = attribute.kinds().stream().sorted().map(Enum::name).toArray(String[]::new);
        attribute.choices().forEach(choice -> choices.add(new ChoiceRow(choice)));
        addRows(choices.isEmpty() ? FIRST_ROWS : 0);
    }

    public void save() throws IOException {
        AttributeInput input = new AttributeInput(
                code,
                nameVi,
                nameEn,
                type == null && !isNew() ? existing().type().name() : type,
                required,
                Arrays.stream(kinds).map(CustomerKind::valueOf).collect(Collectors.toSet()),
                choices.stream().map(ChoiceRow::input).toList());
        if (isNew()) {
            attributes.add(input, Cause.FORM);
        } else {
            attributes.change(id(), version(), input, Cause.FORM);
        }
        leave("attribute_edit.message.info.saved");
    }

    public void archive(boolean archived) throws IOException {
        attributes.archive(id(), version(), archived, Cause.FORM);
        leave("attribute_edit.message.info.saved");
    }

    public void delete() throws IOException {
        attributes.delete(id(), version(), Cause.FORM);
        leave("attribute_edit.message.info.deleted");
    }

    private void leave(String news) throws IOException {
        notices.success(news);
        faces.getExternalContext()
                .redirect(faces.getExternalContext().getRequestContextPath() + "/customer/attributes.xhtml");
    }

    public void addChoice() {
        if (choices.size() < MOST_ROWS) {
            choices.add(new ChoiceRow());
        }
    }

    public void removeChoice(int index) {
        if (index < choices.size()) {
            choices.remove(index);
        }
    }

    public void raiseChoice(int index) {
        if (index > 0 && index < choices.size()) {
            choices.add(index - 1, choices.remove(index));
        }
    }

    private Map<String, String> parameters() {
        return faces.getExternalContext().getRequestParameterMap();
    }

    public boolean isNew() {
        return parameters().getOrDefault("id", "").isEmpty();
    }

    private long id() {
        return number("id");
    }

    private int version() {
        return (int) number("version");
    }

    private long number(String name) {
        String text = parameters().getOrDefault(name, "");
        if (!text.matches("\\d{1,9}")) {
            throw new NotFoundException("customer-attribute", text);
        }
        return Long.parseLong(text);
    }

    private Attribute existing() {
        if (existing == null) {
            existing = attributes.get(id());
        }
        return existing;
    }

    /** Null for a new one. */
    public Attribute getExisting() {
        return isNew() ? null : existing();
    }

    /** The version that the form was opened with. */
    public String getVersion() {
        return isNew()
                ? ""
                : parameters().getOrDefault("version", String.valueOf(existing().version()));
    }

    public long getUses() {
        if (uses == null) {
            uses = isNew() ? 0L : attributes.uses(existing());
        }
        return uses;
    }

    /** Why the type cannot be changed; null where it can. */
    public String getTypeHint() {
        return getUses() == 0 ? null : texts.message("attribute_edit.type.fixed", formats.number(getUses()));
    }

    public String getTitle() {
        return isNew()
                ? texts.message("attribute_edit.title.new")
                : texts.message(
                        "attribute_edit.title",
                        existing().name(texts.getLocale().getLanguage()));
    }

    public List<AttributeType> getTypes() {
        return List.of(AttributeType.values());
    }

    public List<CustomerKind> getAllKinds() {
        return List.of(CustomerKind.values());
    }

    public List<ChoiceRow> getChoices() {
        return choices;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String[] getKinds() {
        return kinds.clone();
    }

    public void setKinds(String[] kinds) {
        this.kinds = kinds.clone();
    }
}
