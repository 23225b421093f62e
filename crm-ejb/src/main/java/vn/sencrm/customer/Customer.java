package vn.sencrm.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.attribute.AttributeValues;

/**
 * A person or organisation that the company deals with, whatever its stage and kind.
 *
 * <p>Life: ACTIVE from its registration; DELETED while it lies in the recycle bin; MERGED, for ever, when it became an
 * alias of another. The code is unique without regard to case and stays taken in every state. One record at a time goes
 * through this class; imports and bulk actions write the same columns by SQL on sets.
 */
@Entity
@Table(name = "customer")
public class Customer {

    @Id
    @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    private Long id;

    @Version
    private int version;

    private String code;

    @Enumerated(EnumType.STRING)
    private CustomerKind kind;

    @Enumerated(EnumType.STRING)
    private CustomerStage stage;

    @Enumerated(EnumType.STRING)
    private CustomerState state = CustomerState.ACTIVE;

    private String name;

    @Column(name = "name_fold")
    private String nameFold;

    @Column(name = "status_id")
    private Long statusId;

    @Column(name = "category_id")
    private Long categoryId;

    @Column(name = "tier_id")
    private Long tierId;

    @Column(name = "source_id")
    private Long sourceId;

    @Column(name = "owner_id")
    private Long ownerId;

    @Column(name = "creator_id", updatable = false)
    private Long creatorId;

    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "is_supplier")
    private boolean supplier;

    @Convert(converter = CustomerJsonb.LabelledValues.class)
    @Column(columnDefinition = "jsonb")
    private List<LabelledValue> phones;

    @Convert(converter = CustomerJsonb.LabelledValues.class)
    @Column(columnDefinition = "jsonb")
    private List<LabelledValue> emails;

    @Convert(converter = CustomerJsonb.Addresses.class)
    @Column(columnDefinition = "jsonb")
    private List<Address> addresses;

    @Convert(converter = CustomerJsonb.SocialAccounts.class)
    @Column(columnDefinition = "jsonb")
    private List<SocialAccount> socials;

    @Convert(converter = CustomerJsonb.LabelledValues.class)
    @Column(columnDefinition = "jsonb")
    private List<LabelledValue> websites;

    @Column(name = "tax_code")
    private String taxCode;

    @Column(name = "citizen_id")
    private String citizenId;

    private LocalDate birthday;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    @Column(name = "job_title")
    private String jobTitle;

    private String industry;

    @Column(name = "company_size")
    private String companySize;

    @Convert(converter = CustomerJsonb.OnePerson.class)
    @Column(columnDefinition = "jsonb")
    private Person representative;

    @Convert(converter = CustomerJsonb.People.class)
    @Column(columnDefinition = "jsonb")
    private List<Person> members;

    private String notes;

    @Convert(converter = CustomerJsonb.Attributes.class)
    @Column(columnDefinition = "jsonb")
    private Map<String, Object> attributes;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Customer() {}

    /** @param document has at least a code, a kind, a stage and a name */
    Customer(CustomerDocument document, long creatorId, Instant now) {
        this.creatorId = creatorId;
        this.createdAt = now;
        this.version = 1;
        apply(document, now);
    }

    /** Takes over the document's fields, attributes one by one; tags are a relation of their own and are passed over. */
    final void apply(CustomerDocument document, Instant now) {
        document.fields().forEach(field -> set(field, document.get(field)));
        updatedAt = now;
    }

    @SuppressWarnings("unchecked")
    private void set(CustomerField field, Object value) {
        switch (field) {
            case CODE -> code = (String) value;
            case KIND -> kind = CustomerKind.valueOf((String) value);
            case STAGE -> stage = CustomerStage.valueOf((String) value);
            case NAME -> rename((String) value);
            case PHONES -> phones = (List<LabelledValue>) value;
            case EMAILS -> emails = (List<LabelledValue>) value;
            case WEBSITES -> websites = (List<LabelledValue>) value;
            case SOCIALS -> socials = (List<SocialAccount>) value;
            case ADDRESSES -> addresses = (List<Address>) value;
            case GENDER -> gender = value == null ? null : Gender.valueOf((String) value);
            case BIRTHDAY -> birthday = (LocalDate) value;
            case CITIZEN_ID -> citizenId = (String) value;
            case TAX_CODE -> taxCode = (String) value;
            case JOB_TITLE -> jobTitle = (String) value;
            case ACCOUNT -> accountId = (Long) value;
            case REPRESENTATIVE -> representative = (Person) value;
            case INDUSTRY -> industry = (String) value;
            case COMPANY_SIZE -> companySize = (String) value;
            case MEMBERS -> members = (List<Person>) value;
            case SUPPLIER -> supplier = Boolean.TRUE.equals(value);
            case STATUS -> statusId = (Long) value;
            case CATEGORY -> categoryId = (Long) value;
            case SOURCE -> sourceId = (Long) value;
            case TIER -> tierId = (Long) value;
            case OWNER -> ownerId = (Long) value;
            case TEAM -> teamId = (Long) value;
            case NOTES -> notes = (String) value;
            case ATTRIBUTES -> attributes = AttributeValues.merged(attributes, (Map<String, Object>) value);
            case TAGS -> {
                // rows of customer_tag
            }
        }
    }

    private void rename(String newName) {
        name = newName;
        nameFold = TextFold.fold(newName);
    }

    /** All values but the tags. */
    CustomerDocument document() {
        CustomerDocument document = new CustomerDocument();
        for (CustomerField field : CustomerField.values()) {
            if (field != CustomerField.TAGS) {
                document.put(field, get(field));
            }
        }
        return document;
    }

    private Object get(CustomerField field) {
        return switch (field) {
            case CODE -> code;
            case KIND -> kind.name();
            case STAGE -> stage.name();
            case NAME -> name;
            case PHONES -> orNull(phones);
            case EMAILS -> orNull(emails);
            case WEBSITES -> orNull(websites);
            case SOCIALS -> orNull(socials);
            case ADDRESSES -> orNull(addresses);
            case GENDER -> gender == null ? null : gender.name();
            case BIRTHDAY -> birthday;
            case CITIZEN_ID -> citizenId;
            case TAX_CODE -> taxCode;
            case JOB_TITLE -> jobTitle;
            case ACCOUNT -> accountId;
            case REPRESENTATIVE -> representative;
            case INDUSTRY -> industry;
            case COMPANY_SIZE -> companySize;
            case MEMBERS -> orNull(members);
            case SUPPLIER -> supplier;
            case STATUS -> statusId;
            case CATEGORY -> categoryId;
            case SOURCE -> sourceId;
            case TIER -> tierId;
            case OWNER -> ownerId;
            case TEAM -> teamId;
            case NOTES -> notes;
            case ATTRIBUTES -> attributes == null || attributes.isEmpty() ? null : attributes;
            case TAGS -> null;
        };
    }

    private static <T> List<T> orNull(List<T> list) {
        return list == null || list.isEmpty() ? null : list;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String code() {
        return code;
    }

    CustomerState state() {
        return state;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Customer customer
                && code.toUpperCase(Locale.ROOT).equals(customer.code.toUpperCase(Locale.ROOT));
    }

    @Override
    public int hashCode() {
        return code.toUpperCase(Locale.ROOT).hashCode();
    }
}
