package vn.sencrm.web.customer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.customer.CheckedCustomer;
import vn.sencrm.customer.CustomerExistsException;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.SavedCustomer;
import vn.sencrm.customer.StaleCustomerException;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.web.duplicate.FormDuplicates;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/**
 * The form of a customer of any kind, rendered from {@link CustomerField} by {@link CustomerInputsBacking}. Only what the user changed is sent to the
 * service, so that two users who change different fields do not meet; doubts are asked about once; a conflict shows
 * both values, and the user chooses.
 *
 * <p>Parameters are read when the bean is made, not by view parameters: the kind decides what the page is built of.
 */
@Named
@RequestScoped
public class CustomerEditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String STATE = "state";
    private static final String CHOICE = "conflict.";
    private static final String THEIRS = "theirs";

    @Inject
    transient CustomerQueries queries;

    @Inject
    transient CustomerService customers;

    @Inject
    transient AttributeWords attributes;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient ConflictWords conflictWords;

    @Inject
    transient FormDuplicates duplicates;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient FacesContext faces;

    private EditState state = new EditState();
    private CustomerForm form = new CustomerForm();
    private transient List<FieldProblem> doubts = List.of();

    @PostConstruct
    void init() {
        Map<String, String> parameters = external().getRequestParameterMap();
        if (faces.isPostback() && parameters.containsKey(STATE)) {
            state = EditState.parse(parameters.get(STATE));
            allFields().stream()
                    .filter(CustomerForm::isRows)
                    .forEach(field -> form.putEmptyRows(field, sentRows(parameters, field)));
        }
    }

    private static int sentRows(Map<String, String> parameters, CustomerField field) {
        String sent = parameters.getOrDefault("rows." + field.jsonName(), "1");
        return sent.matches("\\d{1,3}") ? Math.min(Integer.parseInt(sent), field.limit()) : 1;
    }

    /** Opens the form: of the customer with this id, or of a new one of this kind and stage. */
    public void open() throws IOException {
        Map<String, String> parameters = external().getRequestParameterMap();
        String id = parameters.get("id");
        if (!external().isUserInRole(id == null ? Right.CUSTOMER_CREATE : Right.CUSTOMER_EDIT)) {
            external().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
        } else if (id == null) {
            openNew(parameters);
        } else {
            open(queries.get(RecordIds.parse(id)));
        }
    }

    private void openNew(Map<String, String> parameters) {
        state.kind = named(CustomerKind.values(), parameters.get("kind"), CustomerKind.INDIVIDUAL);
        state.token = UUID.randomUUID().toString();
        CustomerStage stage = named(CustomerStage.values(), parameters.get("stage"), CustomerStage.LEAD);
        form.put(CustomerField.STAGE, (getStages().contains(stage) ? stage : CustomerStage.LEAD).name());
        form.put(CustomerField.OWNER, currentUser.get().username());
        allFields().stream().filter(CustomerForm::isRows).forEach(field -> form.putEmptyRows(field, 1));
    }

    private static <T extends Enum<T>> T named(T[] all, String name, T otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private void open(CustomerView customer) {
        state.id = customer.id();
        state.kind = customer.kind();
        form = CustomerFormReader.read(customer, getAttributes());
        state.version = customer.version();
        state.name = customer.name();
        state.account = customer.account() == null ? "" : customer.account().name();
        state.base = CustomerFormReader.read(customer, getAttributes());
    }

    /** Opens one field or attribute of a customer, by its name in JSON, to be changed in place. */
    void open(CustomerView customer, String only) {
        open(customer);
        CustomerForm whole = state.base;
        state.only = only;
        state.base = new CustomerForm();
        allFields().forEach(field -> state.base.copy(field, whole));
        getAttributes().forEach(attribute -> state.base.copy(attribute, whole));
    }

    /** What is saved was seen at an older version: what others changed since is a conflict. */
    void atVersion(int version) {
        state.version = Math.min(version, state.version);
    }

    /** Saves and shows the customer; or stays, with what is wrong, in doubt, or in conflict. */
    public void save() throws IOException {
        Long saved = store();
        if (saved != null) {
            show(saved);
        }
    }

    /** Saves and tells the customer's id; null when something is in doubt or in conflict, which the form then shows. */
    Long store() {
        if (allFields().contains(CustomerField.PHONES)) {
            form.splitPhones();
        }
        if (!conflictsAreSettled()) {
            return null;
        }
        CustomerInput input = form.input(changedFields(), changedAttributes());
        if (isInDoubt(customers.check(input))) {
            return null;
        }
        try {
            return state.isNew() ? register(input) : change(input);
        } catch (CustomerExistsException exists) {
            // Not a failure to be told in a sentence: the dialog shows who they are and asks.
            duplicates.ask(exists);
            faces.validationFailed();
            return null;
        }
    }

    private List<CustomerField> changedFields() {
        List<CustomerField> fields = allFields();
        return state.isNew()
                ? fields
                : fields.stream()
                        .filter(field -> !form.isSame(field, state.base))
                        .toList();
    }

    private List<Attribute> changedAttributes() {
        return state.isNew()
                ? getAttributes()
                : getAttributes().stream()
                        .filter(attribute -> !form.isSame(attribute, state.base))
                        .toList();
    }

    private boolean isInDoubt(CheckedCustomer checked) {
        checked.orThrow();
        String asked = checked.warnings().stream().map(this::signature).collect(Collectors.joining(" "));
        boolean ask = !asked.isEmpty() && !asked.equals(state.asked);
        state.asked = asked;
        doubts = checked.warnings();
        return ask;
    }

    private String signature(FieldProblem doubt) {
        if (doubt.field().startsWith(Attribute.JSON_PREFIX)) {
            String typed = form.getTexts().getOrDefault(doubt.field(), "");
            return doubt.field() + ":" + doubt.code() + ":" + typed.hashCode();
        }
        CustomerField field =
                CustomerField.named(doubt.field().replaceAll("[\\[.].*", "")).orElseThrow();
        return doubt.field() + ":" + doubt.code() + ":"
                + form.input(List.of(field)).get(field).hashCode();
    }

    private Long register(CustomerInput input) {
        input.set(CustomerField.KIND, state.kind.name());
        String sent = state.token + ":" + form.toJson().hashCode();
        Long made = SavedForms.find(external(), sent);
        if (made == null) {
            made = customers.register(input, Cause.FORM, duplicates.isAllowed()).id();
            SavedForms.remember(external(), sent, made);
            notices.success("customer_edit.message.info.saved");
        }
        return made;
    }

    private Long change(CustomerInput input) {
        try {
            SavedCustomer saved = customers.change(state.id, state.version, input, Cause.FORM, duplicates.isAllowed());
            boolean isSeen = queries.find(saved.id()).isPresent();
            notices.success("customer_edit.message.info." + (isSeen ? "saved" : "given_away"));
            return saved.id();
        } catch (StaleCustomerException stale) {
            // Not a failure to be told in a sentence: the form shows both values and asks.
            showConflicts(stale);
            return null;
        }
    }

    /** The customer; or the list, when whoever saved it gave it away and does not see it any more. */
    void show(long id) throws IOException {
        String page = queries.find(id).isPresent() ? "detail.xhtml?id=" + id : "list.xhtml";
        external().redirect(external().getRequestContextPath() + "/customer/" + page);
    }

    /** Takes over what others changed, but for the fields that the user changed too: those are to be chosen. */
    private void showConflicts(StaleCustomerException stale) {
        state.conflicts = conflictWords.of(stale.conflicts());
        CustomerView current = queries.get(state.id);
        CustomerForm theirs = CustomerFormReader.read(current, getAttributes());
        for (CustomerField field : allFields()) {
            if (form.isSame(field, state.base)) {
                form.copy(field, theirs);
            }
        }
        for (Attribute attribute : getAttributes()) {
            if (form.isSame(attribute, state.base)) {
                form.copy(attribute, theirs);
            }
        }
        state.base = theirs;
        state.version = current.version();
        say("customer_edit.message.error.conflict");
    }

    /** Whether the user has chosen a value for each field in conflict; their own stays in the form, or goes. */
    private boolean conflictsAreSettled() {
        Map<String, String> parameters = external().getRequestParameterMap();
        for (EditState.Conflict conflict : state.conflicts) {
            String choice = parameters.get(CHOICE + conflict.name());
            if (choice == null) {
                say("customer_edit.message.error.choose");
                return false;
            }
            if (choice.equals(THEIRS)) {
                takeTheirs(conflict.name());
            }
        }
        state.conflicts.clear();
        return true;
    }

    private void takeTheirs(String name) {
        CustomerField.named(name).ifPresent(field -> form.copy(field, state.base));
        attributes
                .definitions()
                .named(Attribute.JSON_PREFIX, name)
                .ifPresent(attribute -> form.copy(attribute, state.base));
    }

    private void say(String key) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.message(key), null));
        faces.validationFailed();
    }

    public void add(CustomerField field) {
        form.add(field);
    }

    public void remove(CustomerField field, int index) {
        form.remove(field, index);
    }

    public void makePrimary(CustomerField field, int index) {
        form.makePrimary(field, index);
    }

    public List<CustomerField.Section> getSections() {
        return Arrays.stream(CustomerField.Section.values())
                .filter(section -> section != CustomerField.Section.FURTHER)
                .toList();
    }

    /** The attributes that the form of this kind shows, or the only one. */
    public List<Attribute> getAttributes() {
        return attributes.definitions().of(state.kind).stream()
                .filter(attribute -> state.only == null || state.only.equals(attribute.jsonName()))
                .toList();
    }

    /** What the form shows in a section. The kind is settled when it opens; the stage changes by conversion only. */
    public List<CustomerField> fields(CustomerField.Section section) {
        return CustomerField.of(state.kind, section).stream()
                .filter(field -> field != CustomerField.KIND && (state.isNew() || field != CustomerField.STAGE))
                .toList();
    }

    private List<CustomerField> allFields() {
        if (state.only != null) {
            return CustomerField.named(state.only).filter(field -> field != CustomerField.ATTRIBUTES).stream()
                    .toList();
        }
        return getSections().stream()
                .flatMap(section -> fields(section).stream())
                .toList();
    }

    /** What is asked about a field before it is saved so, in words; nothing when there is no doubt. */
    public String doubt(String field) {
        return doubts.stream()
                .filter(doubt -> doubt.field().equals(field))
                .map(texts::error)
                .collect(Collectors.joining(" "));
    }

    public boolean isDoubtful() {
        return !doubts.isEmpty();
    }

    /** The stages in which a customer of this kind may begin (CUS-2). */
    public List<CustomerStage> getStages() {
        CustomerStage end = state.kind == CustomerKind.INDIVIDUAL ? CustomerStage.CONTACT : CustomerStage.ACCOUNT;
        return List.of(CustomerStage.RAW, CustomerStage.LEAD, end);
    }

    private ExternalContext external() {
        return faces.getExternalContext();
    }

    public CustomerForm getForm() {
        return form;
    }

    public String getState() {
        return state.toJson();
    }

    /** Null for a new customer. */
    public Long getId() {
        return state.id;
    }

    public boolean isNew() {
        return state.isNew();
    }

    /** What stood in the form when it was opened. */
    CustomerForm base() {
        return state.base;
    }

    public CustomerKind getKind() {
        return state.kind;
    }

    public List<EditState.Conflict> getConflicts() {
        return state.conflicts;
    }

    public String getTitle() {
        return state.isNew()
                ? texts.message("customer_edit.title.new", texts.label(state.kind))
                : texts.message("customer_edit.title", state.name);
    }

    /** Under which this form's draft is kept. */
    public String getDraft() {
        return "customer-edit:" + (state.isNew() ? state.kind : state.id);
    }

    /** The name of the company, as long as it is the one that the customer had. */
    public String getAccountName() {
        return form.isSame(CustomerField.ACCOUNT, state.base) ? state.account : "";
    }

    /** Where "Bỏ qua" leads. */
    public String getWayBack() {
        return state.isNew() ? "list.xhtml" : "detail.xhtml?id=" + state.id;
    }
}
