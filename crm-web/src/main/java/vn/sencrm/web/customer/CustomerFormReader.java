package vn.sencrm.web.customer;

import static vn.sencrm.customer.CustomerField.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.Person;
import vn.sencrm.customer.SocialAccount;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeType;

/** Writes a customer as it is into the inputs of its form: references by their codes, dates as dd/MM/yyyy. */
final class CustomerFormReader {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private CustomerFormReader() {}

    /** With the values of these attributes. */
    static CustomerForm read(CustomerView customer, List<Attribute> attributes) {
        CustomerForm form = read(customer);
        attributes.forEach(attribute ->
                form.put(attribute, typed(attribute, customer.attributes().get(attribute.code()))));
        return form;
    }

    /** A value as one types it. */
    private static Object typed(Attribute attribute, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return attribute.type() == AttributeType.DATE && value != null
                ? DATE.format(LocalDate.parse(value.toString()))
                : value;
    }

    static CustomerForm read(CustomerView customer) {
        CustomerForm form = new CustomerForm();
        form.put(CODE, customer.code());
        form.put(NAME, customer.name());
        form.put(GENDER, customer.gender() == null ? null : customer.gender().name());
        form.put(BIRTHDAY, date(customer.birthday()));
        form.put(CITIZEN_ID, customer.citizenId());
        form.put(TAX_CODE, customer.taxCode());
        form.put(JOB_TITLE, customer.jobTitle());
        form.put(ACCOUNT, customer.account() == null ? null : customer.account().code());
        form.put(INDUSTRY, customer.industry());
        form.put(COMPANY_SIZE, customer.companySize());
        form.put(SUPPLIER, String.valueOf(customer.supplier()));
        form.put(STATUS, code(customer.status()));
        form.put(CATEGORY, code(customer.category()));
        form.put(SOURCE, code(customer.source()));
        form.put(TIER, code(customer.tier()));
        form.put(OWNER, customer.owner() == null ? null : customer.owner().username());
        form.put(TEAM, customer.team());
        form.put(TAGS, tags(customer));
        form.put(NOTES, customer.notes());
        readRows(customer, form);
        return form;
    }

    private static void readRows(CustomerView customer, CustomerForm form) {
        form.putRows(PHONES, labelled(customer.phones()));
        form.putRows(EMAILS, labelled(customer.emails()));
        form.putRows(WEBSITES, labelled(customer.websites()));
        form.putRows(
                SOCIALS,
                customer.socials().stream().map(CustomerFormReader::social).toList());
        form.putRows(
                ADDRESSES,
                customer.addresses().stream().map(CustomerFormReader::address).toList());
        form.putRows(
                MEMBERS,
                customer.members().stream().map(CustomerFormReader::person).toList());
        form.putRows(
                REPRESENTATIVE,
                customer.representative() == null ? List.of() : List.of(person(customer.representative())));
    }

    private static String date(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    private static String code(CustomerView.Option option) {
        return option == null ? null : option.code();
    }

    private static String tags(CustomerView customer) {
        return customer.tags().stream().map(CustomerView.TagRef::name).collect(Collectors.joining(", "));
    }

    private static List<Map<String, String>> labelled(List<LabelledValue> values) {
        return values.stream()
                .map(value -> row("value", value.value(), "label", value.label()))
                .toList();
    }

    private static Map<String, String> social(SocialAccount account) {
        return row("id", account.id(), "network", account.network());
    }

    private static Map<String, String> person(Person person) {
        return row("name", person.name(), "relation", person.relation(), "phone", person.phone());
    }

    private static Map<String, String> address(Address address) {
        return row(
                "street", address.street(),
                "commune", address.commune(),
                "province", address.province(),
                "note", address.note(),
                "lat", text(address.lat()),
                "lon", text(address.lon()));
    }

    private static String text(Double degrees) {
        return degrees == null ? null : degrees.toString();
    }

    private static Map<String, String> row(String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
