package vn.sencrm.web.customer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.ExistingCustomer;
import vn.sencrm.customer.Gender;
import vn.sencrm.customer.conversion.Conversion;
import vn.sencrm.customer.conversion.ConversionQueries;
import vn.sencrm.customer.conversion.ConversionService;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/**
 * The dialog "Chuyển đổi" of a lead (CNV-1): what it becomes, who is like it, its account or its contact, and what is
 * missing. It is read when it is opened, not with the page. What was asked for comes back with the form, so that nothing
 * typed moves to another field when somebody fills one in meanwhile.
 */
@Named
@RequestScoped
public class ConvertBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String NONE = "none";
    private static final String PICKED = "picked";
    private static final String FRESH = "fresh";

    /** Values that are no text of one line are asked for elsewhere. */
    private static final List<CustomerField> NOT_HERE =
            List.of(CustomerField.ACCOUNT, CustomerField.REPRESENTATIVE, CustomerField.MEMBERS, CustomerField.SOCIALS);

    @Inject
    transient ConversionQueries queries;

    @Inject
    transient ConversionService conversions;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient CustomerWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private final Map<String, String> fields = new TreeMap<>();
    private final Map<String, String> contact = new HashMap<>();
    private String accountCode;
    private String accountName;
    private boolean allowSimilar;
    private transient Conversion.Proposal proposal;
    private transient CustomerChoices choices;

    @PostConstruct
    void init() {
        if (parameter("asked") == null) {
            contact.putAll(getProposal().contactBefore());
        }
    }

    public Conversion.Proposal getProposal() {
        if (proposal == null) {
            proposal = queries.proposal(RecordIds.parse(parameter("id")));
        }
        return proposal;
    }

    /** Converts and shows what became of the lead. */
    public void convert() throws IOException {
        boolean attached = isChosenAccount();
        Conversion.Result result = conversions.convert(
                getProposal().lead().id(),
                new Conversion(version(), account(), contact(attached), missing(), allowSimilar));
        String name = result.customer().name();
        if (result.contact() != null) {
            notices.success(
                    "customer_convert.message.info.account",
                    name,
                    result.contact().name());
        } else if (result.account() != null) {
            notices.success(
                    "customer_convert.message.info.contact_of",
                    name,
                    result.account().name());
        } else {
            notices.success("customer_convert.message.info.contact", name);
        }
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id="
                + result.customer().id());
    }

    private int version() {
        String sent = parameter("version");
        return sent != null && sent.matches("\\d{1,9}")
                ? Integer.parseInt(sent)
                : getProposal().lead().version();
    }

    // ---- the account

    /** The account that was chosen: none, one that was found, one that was typed, or a new one. */
    public String getAccountChoice() {
        String sent = parameter("account");
        return sent == null ? NONE : sent;
    }

    private boolean isChosenAccount() {
        return !getAccountChoice().equals(NONE);
    }

    private Conversion.Account account() {
        return switch (getAccountChoice()) {
            case NONE -> Conversion.Account.NONE;
            case PICKED -> new Conversion.Account(required("account", accountCode), null);
            case FRESH -> new Conversion.Account(null, required("account.name", accountName));
            default -> new Conversion.Account(getAccountChoice(), null);
        };
    }

    private static String required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidInputException(List.of(new FieldProblem(field, "REQUIRED")));
        }
        return text;
    }

    // ---- the contact of a new account

    /** The contact that was chosen: a new one, or the code of one that was found. */
    public String getContactChoice() {
        String sent = parameter("contact");
        return sent == null ? FRESH : sent;
    }

    private Conversion.Contact contact(boolean attached) {
        if (isPerson() || attached) {
            return null;
        }
        if (!getContactChoice().equals(FRESH)) {
            return new Conversion.Contact(getContactChoice(), new CustomerInput());
        }
        CustomerInput input = new CustomerInput();
        contact.forEach((name, text) ->
                CustomerField.named(name).ifPresent(field -> input.set(field, text == null ? "" : text)));
        return new Conversion.Contact(null, input);
    }

    // ---- what is missing

    /** The fields that the dialog asks for, as one line of text each. */
    public List<CustomerField> getMissingTexts() {
        return missingFields().stream().filter(field -> !isChoice(field)).toList();
    }

    public List<CustomerField> getMissingChoices() {
        return missingFields().stream().filter(ConvertBacking::isChoice).toList();
    }

    private static boolean isChoice(CustomerField field) {
        return field.type() == CustomerField.Type.CHOICE || field.type() == CustomerField.Type.CONSTANT;
    }

    private List<CustomerField> missingFields() {
        String asked = parameter("asked");
        List<CustomerField> all = asked == null
                ? getProposal().lacks()
                : Arrays.stream(asked.split(" "))
                        .flatMap(name -> CustomerField.named(name).stream())
                        .toList();
        return all.stream().filter(field -> !NOT_HERE.contains(field)).toList();
    }

    /** Goes along with the form. */
    public String getAsked() {
        return missingFields().stream().map(CustomerField::jsonName).collect(Collectors.joining(" "));
    }

    private CustomerInput missing() {
        CustomerInput input = new CustomerInput();
        for (CustomerField field : missingFields()) {
            String typed = fields.get(field.jsonName());
            if (typed != null && !typed.isBlank()) {
                input.set(field, field.type().isList() ? List.of(typed) : typed);
            }
        }
        return input;
    }

    public List<CustomerChoices.Choice> options(CustomerField field) {
        if (field == CustomerField.GENDER) {
            return Arrays.stream(Gender.values())
                    .map(one -> new CustomerChoices.Choice(field, one.name(), texts.label(one), texts.label(one), null))
                    .toList();
        }
        if (choices == null) {
            choices = references.choices();
        }
        return choices.of(field);
    }

    public String label(CustomerField field) {
        return words.field(field.jsonName());
    }

    // ---- who is like it

    public List<ExistingCustomer> getExisting() {
        return getProposal().existing();
    }

    /** The accounts that the lead can become a contact of, without being looked for. */
    public List<ExistingCustomer> getExistingAccounts() {
        return visible(CustomerStage.ACCOUNT);
    }

    /** The contacts that can be the new account's. */
    public List<ExistingCustomer> getExistingContacts() {
        return isPerson() ? List.of() : visible(CustomerStage.CONTACT);
    }

    private List<ExistingCustomer> visible(CustomerStage stage) {
        return getExisting().stream()
                .filter(other -> other.stage() == stage && other.isVisible())
                .toList();
    }

    /** "Trùng số điện thoại, email". */
    public String keys(ExistingCustomer other) {
        return other.keys().stream().map(key -> texts.label(key)).collect(Collectors.joining(", "));
    }

    public boolean isPerson() {
        return getProposal().becomes() == CustomerStage.CONTACT;
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().get(name);
    }

    public Map<String, String> getFields() {
        return fields;
    }

    public Map<String, String> getContact() {
        return contact;
    }

    public String getAccountCode() {
        return accountCode;
    }

    public void setAccountCode(String accountCode) {
        this.accountCode = accountCode;
    }

    public String getAccountName() {
        return accountName;
    }

    public void setAccountName(String accountName) {
        this.accountName = accountName;
    }

    public boolean isAllowSimilar() {
        return allowSimilar;
    }

    public void setAllowSimilar(boolean allowSimilar) {
        this.allowSimilar = allowSimilar;
    }
}
