package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerFollowing;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.StatusPurpose;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.bin.Belongings;
import vn.sencrm.customer.bin.RecycleBin;
import vn.sencrm.customer.opened.OpenedCustomers;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/**
 * Everything about one customer (CUS-20). What cannot be seen and what does not exist are answered alike: 404.
 *
 * <p>A single field is changed in place by the inputs of the customer's form ({@link CustomerEditBacking}), reduced to
 * that field. Which one is open is a parameter of the request, as the page is built of its inputs before anything runs.
 */
@Named
@RequestScoped
public class CustomerDetailBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A step of the path of statuses. */
    public record Step(String code, String word, String look, boolean current) {}

    @Inject
    transient CustomerQueries queries;

    @Inject
    transient CustomerService customers;

    @Inject
    transient CustomerFollowing following;

    @Inject
    transient RecycleBin bin;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient CustomerFacts facts;

    @Inject
    transient AttributeWords attributes;

    @Inject
    transient CustomerEditBacking editor;

    @Inject
    transient CustomerTimelineBacking timeline;

    @Inject
    transient OpenedCustomers opened;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient CustomerView customer;
    private transient List<CustomerFacts.Fact> all;
    private transient List<Step> steps;
    private transient Boolean changeable;
    private transient Belongings belongings;
    private transient boolean closed;
    private String tag;
    private boolean tagShared;

    /** Reads the customer, so that a page of none is answered 404 before anything is shown, and notes that it was opened. */
    public void open() {
        opened.note(id());
    }

    public CustomerView getCustomer() {
        if (customer == null) {
            customer = queries.get(RecordIds.parse(parameters().get("id")));
        }
        return customer;
    }

    /** Whether a record is meant and can be seen: a form may be for a new one, or outlive its customer. */
    public boolean isThere() {
        if (customer == null && parameters().containsKey("id")) {
            customer = queries.find(RecordIds.parse(parameters().get("id"))).orElse(null);
        }
        return customer != null;
    }

    private long id() {
        return getCustomer().id();
    }

    // --- one field in place

    /** What is asked for or open in this request, by its name in JSON; empty for nothing. */
    public String getEdited() {
        String asked = parameters().getOrDefault("open", "");
        return asked.isEmpty() ? parameters().getOrDefault("field", "") : asked;
    }

    /** The field that is asked for or open, or null. */
    public CustomerField getEditedField() {
        return field(getEdited()).orElse(null);
    }

    /** The attribute that is asked for or open, or null. */
    public Attribute getEditedAttribute() {
        return attribute(getEdited()).orElse(null);
    }

    private static Optional<CustomerField> field(String name) {
        return CustomerField.named(name).filter(field -> field != CustomerField.ATTRIBUTES);
    }

    /** Pictures and films are changed in the whole form. */
    private Optional<Attribute> attribute(String name) {
        return name.startsWith(Attribute.JSON_PREFIX)
                ? attributes
                        .definitions()
                        .named(Attribute.JSON_PREFIX, name)
                        .filter(found -> !found.archived() && !found.type().isFile())
                : Optional.empty();
    }

    /** Whether a field's inputs are shown in the answer. */
    public boolean isEditing() {
        return !closed && isInPlace(getEdited());
    }

    /** Opens the inputs of the field or attribute that was clicked. */
    public void edit() {
        editor.open(getCustomer(), getEdited());
    }

    /** Closes the inputs; nothing is saved. */
    public void leave() {
        closed = true;
    }

    /** Saves the open field; its inputs stay open with what is wrong, in doubt or in conflict. */
    public void save() throws IOException {
        Long saved = editor.store();
        if (saved == null) {
            return;
        }
        closed = true;
        if (queries.find(saved).isPresent()) {
            refresh();
        } else {
            editor.show(saved);
        }
    }

    /** Changes the status to the one that was ticked; when somebody changed it since, both are shown to choose from. */
    public void tick() throws IOException {
        String status = parameters().get("status");
        editor.open(getCustomer(), CustomerField.STATUS.jsonName());
        editor.atVersion(Integer.parseInt(parameters().get("version")));
        editor.getForm().put(CustomerField.STATUS, status);
        save();
    }

    /** Whether a field or attribute is changed in place by clicking it. */
    public boolean isInPlace(String name) {
        return (field(name).isPresent()
                        || attribute(name).filter(this::isOfItsKind).isPresent())
                && isEditable();
    }

    private boolean isOfItsKind(Attribute attribute) {
        return attribute.kinds().contains(getCustomer().kind());
    }

    // --- tags, following, deleting

    public void addTag() {
        customers.tag(id(), List.of(tag == null ? "" : tag), tagShared, Cause.FORM);
        tag = null;
        refresh();
    }

    /** Takes off the tag that stands in the request: the list may have changed since the page was shown. */
    public void removeTag() {
        customers.untag(id(), List.of(parameters().get("chip")), Cause.FORM);
        refresh();
    }

    public void follow() {
        if (getCustomer().followed()) {
            following.unfollow(id());
        } else {
            following.follow(id());
        }
        refresh();
    }

    public void delete() throws IOException {
        CustomerView gone = getCustomer();
        bin.delete(gone.id(), Integer.parseInt(parameters().get("version")), Cause.FORM);
        notices.success("customer_detail.message.info.deleted", gone.name());
        external.redirect(external.getRequestContextPath() + "/customer/list.xhtml?stage=" + gone.stage());
    }

    /** What goes into the bin with the customer. */
    public Belongings getBelongings() {
        if (belongings == null) {
            belongings = bin.belongings(id());
        }
        return belongings;
    }

    private void refresh() {
        customer = null;
        all = null;
        steps = null;
        timeline.refresh();
    }

    public boolean isEditable() {
        return external.isUserInRole(Right.CUSTOMER_EDIT) && isChangeable();
    }

    public boolean isDeletable() {
        return external.isUserInRole(Right.CUSTOMER_DELETE) && isChangeable();
    }

    private boolean isChangeable() {
        if (changeable == null) {
            changeable = queries.isEditable(id());
        }
        return changeable;
    }

    // --- path

    /**
     * The statuses in their order, an archived one that the customer still has among them; those by which a customer leaves
     * the path stand at its end.
     */
    public List<Step> getSteps() {
        if (steps == null) {
            String now =
                    getCustomer().status() == null ? "" : getCustomer().status().code();
            List<CustomerChoices.Choice> path = new ArrayList<>(references.choices(CustomerField.STATUS, now));
            path.sort((one, other) -> Boolean.compare(isExit(one), isExit(other)));
            steps = steps(path, now);
        }
        return steps;
    }

    private List<Step> steps(List<CustomerChoices.Choice> path, String now) {
        int at = path.stream().map(CustomerChoices.Choice::code).toList().indexOf(now);
        boolean left = at >= 0 && isExit(path.get(at));
        List<Step> made = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            String look = i == at ? "step-current" : i < at && !left ? "step-done" : "";
            String word = path.get(i).name(texts.getLocale().getLanguage());
            made.add(new Step(path.get(i).code(), word, isExit(path.get(i)) ? look + " step-exit" : look, i == at));
        }
        return made;
    }

    private static boolean isExit(CustomerChoices.Choice status) {
        return status.purpose() == StatusPurpose.LOST;
    }

    // --- facts

    /** The fields that hold something; while one is open, those that stand before it. */
    public List<CustomerFacts.Fact> getFacts() {
        return filled(isEditing() ? all().subList(0, Math.max(0, edited())) : all());
    }

    /** While a field is open, the fields behind it that hold something. */
    public List<CustomerFacts.Fact> getFactsBehind() {
        return isEditing() ? filled(all().subList(edited() + 1, all().size())) : List.of();
    }

    /** The fields that hold nothing. */
    public List<String> getMissing() {
        return all().stream()
                .filter(fact -> fact.items().isEmpty())
                .map(CustomerFacts.Fact::name)
                .toList();
    }

    private static List<CustomerFacts.Fact> filled(List<CustomerFacts.Fact> facts) {
        return facts.stream().filter(fact -> !fact.items().isEmpty()).toList();
    }

    /** The place of the open field; -1 for the name, which stands above all. */
    private int edited() {
        return all().stream().map(CustomerFacts.Fact::name).toList().indexOf(getEdited());
    }

    private List<CustomerFacts.Fact> all() {
        if (all == null) {
            all = facts.of(getCustomer());
        }
        return all;
    }

    /** What the customer's kind calls a field; an attribute's own name. */
    public String label(String field) {
        if (field.startsWith(Attribute.JSON_PREFIX)) {
            return attributes.label(field.substring(Attribute.JSON_PREFIX.length()));
        }
        String key = "customer.field." + field;
        String own = texts.message(key + "." + getCustomer().kind());
        return own.startsWith(key) ? texts.message(key) : own;
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    public boolean isTagShared() {
        return tagShared;
    }

    public void setTagShared(boolean tagShared) {
        this.tagShared = tagShared;
    }
}
