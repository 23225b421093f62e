package vn.sencrm.merge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.SocialAccount;
import vn.sencrm.customer.attribute.Attribute;

/** What two customers' values become as one (MRG-3): lists are united, of single values one wins. */
final class MergeRule {

    /** United without repeats; every other field has one winner. */
    private static final Set<CustomerField> UNITED = EnumSet.of(
            CustomerField.PHONES,
            CustomerField.EMAILS,
            CustomerField.WEBSITES,
            CustomerField.SOCIALS,
            CustomerField.ADDRESSES,
            CustomerField.TAGS);

    /** What makes the master the record that it is. */
    private static final Set<CustomerField> OF_MASTER =
            EnumSet.of(CustomerField.CODE, CustomerField.STAGE, CustomerField.OWNER);

    private final MergeMode mode;
    private final CustomerDocument master;
    private final CustomerDocument slave;
    private final Map<String, MergeChoice> choices;

    /** @param choices by the name of a field or attribute in JSON, where the user wants another value than the rule's */
    MergeRule(MergeMode mode, CustomerDocument master, CustomerDocument slave, Map<String, MergeChoice> choices) {
        this.mode = mode;
        this.master = master;
        this.slave = slave;
        this.choices = choices;
    }

    /** Whether anybody can choose a field's value: of code and stage there is nothing to choose, tags are rows. */
    static boolean isChoosable(String name) {
        return !name.equals(CustomerField.CODE.jsonName())
                && !name.equals(CustomerField.STAGE.jsonName())
                && !name.equals(CustomerField.TAGS.jsonName())
                && !name.equals(CustomerField.ATTRIBUTES.jsonName())
                && (name.startsWith(Attribute.JSON_PREFIX)
                        || CustomerField.named(name).isPresent());
    }

    static boolean isUnited(CustomerField field) {
        return UNITED.contains(field);
    }

    /** All values of the one that they become; null where there is none. */
    CustomerDocument result() {
        CustomerDocument result = whole();
        dropped(result).forEach(name -> CustomerField.named(name).ifPresent(field -> result.put(field, none(field))));
        return result;
    }

    /** The same with those for which its kind has no place. */
    CustomerDocument whole() {
        CustomerDocument whole = new CustomerDocument();
        for (CustomerField field : CustomerField.values()) {
            whole.put(field, field == CustomerField.ATTRIBUTES ? attributes() : value(field));
        }
        return whole;
    }

    private static Object none(CustomerField field) {
        return field == CustomerField.SUPPLIER ? Boolean.FALSE : null;
    }

    private Object value(CustomerField field) {
        MergeChoice choice = choices.get(field.jsonName());
        if (choice != null) {
            return choice == MergeChoice.MASTER ? master.get(field) : slave.get(field);
        }
        if (mode == MergeMode.LINK || OF_MASTER.contains(field)) {
            return master.get(field);
        }
        if (UNITED.contains(field)) {
            return united(field, (List<?>) first().get(field), (List<?>) second().get(field));
        }
        return isEmpty(first().get(field)) ? second().get(field) : first().get(field);
    }

    private CustomerDocument first() {
        return mode == MergeMode.OVERWRITE ? slave : master;
    }

    private CustomerDocument second() {
        return mode == MergeMode.OVERWRITE ? master : slave;
    }

    private static boolean isEmpty(Object value) {
        return value == null || Boolean.FALSE.equals(value);
    }

    /** Lists of attributes are united, of other values one wins. */
    private Map<String, Object> attributes() {
        Set<String> codes = new TreeSet<>(master.attributes().keySet());
        codes.addAll(slave.attributes().keySet());
        Map<String, Object> values = new TreeMap<>();
        for (String code : codes) {
            values.put(code, attribute(code));
        }
        return values.isEmpty() ? null : values;
    }

    private Object attribute(String code) {
        MergeChoice choice = choices.get(Attribute.JSON_PREFIX + code);
        Object one = first().attributes().get(code);
        Object other = second().attributes().get(code);
        if (choice != null) {
            return (choice == MergeChoice.MASTER ? master : slave).attributes().get(code);
        }
        if (mode == MergeMode.LINK) {
            return master.attributes().get(code);
        }
        if (one instanceof List<?> list && other instanceof List<?> more) {
            List<Object> united = new ArrayList<>(list);
            more.stream().filter(element -> !united.contains(element)).forEach(united::add);
            return united;
        }
        return one == null ? other : one;
    }

    private static List<?> united(CustomerField field, List<?> one, List<?> other) {
        List<Object> united = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (List<?> list : new List<?>[] {one, other}) {
            if (list != null) {
                list.stream()
                        .filter(element -> known.add(identity(field, element)))
                        .forEach(united::add);
            }
        }
        return united.isEmpty() ? null : united;
    }

    /** Two elements with the same are one. */
    private static String identity(CustomerField field, Object element) {
        if (element instanceof LabelledValue labelled) {
            String key =
                    switch (field) {
                        case PHONES -> PhoneNumber.parse(labelled.value()).key();
                        case EMAILS -> EmailAddress.parse(labelled.value()).key();
                        default -> null;
                    };
            return key == null ? TextFold.fold(labelled.value()) : key;
        }
        if (element instanceof Address address) {
            return TextFold.fold(address.line());
        }
        return element instanceof SocialAccount social
                ? social.network() + " " + TextFold.fold(social.id())
                : TextFold.fold(element.toString());
    }

    /** Names of the fields with a value on some side for which the result's kind has no place. */
    List<String> dropped(CustomerDocument result) {
        return dropped(CustomerKind.valueOf(result.text(CustomerField.KIND)));
    }

    /** The same, should the result be of this kind. */
    List<String> dropped(CustomerKind kind) {
        List<String> names = new ArrayList<>();
        if (Objects.equals(master.get(CustomerField.KIND), slave.get(CustomerField.KIND)) || mode == MergeMode.LINK) {
            return names;
        }
        for (CustomerField field : CustomerField.values()) {
            boolean hasValue = !isEmpty(master.get(field)) || !isEmpty(slave.get(field));
            if (!field.kinds().contains(kind) && hasValue) {
                names.add(field.jsonName());
            }
        }
        return names;
    }

    /** Names of the lists that would become longer than a customer may have them. */
    static List<String> tooLong(CustomerDocument result) {
        List<String> names = new ArrayList<>();
        for (CustomerField field : UNITED) {
            boolean counted = field != CustomerField.TAGS;
            if (counted && result.get(field) instanceof List<?> list && list.size() > field.limit()) {
                names.add(field.jsonName());
            }
        }
        return names;
    }
}
