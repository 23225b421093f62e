package vn.sencrm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.SocialAccount;

/** What two customers' values become as one (MRG-3, MRG-6), and what they become again (MRG-5). */
class MergeRuleTest {

    @Test
    void oneNumberWrittenInTwoWaysIsOneNumber() {
        CustomerDocument result = merge(
                person("An").with(CustomerField.PHONES, phones("0912345678", "02838221234")),
                person("Bình").with(CustomerField.PHONES, phones("+84 912 345 678", "0987654321")));
        assertThat(result.get(CustomerField.PHONES)).isEqualTo(phones("0912345678", "02838221234", "0987654321"));
    }

    @Test
    void addressesEmailsAndAccountsAreUnitedWithoutRegardToCase() {
        CustomerDocument result = merge(
                person("An")
                        .with(CustomerField.EMAILS, phones("an@sen.vn"))
                        .with(CustomerField.ADDRESSES, List.of(address("12 Lê Lợi")))
                        .with(CustomerField.SOCIALS, List.of(new SocialAccount("zalo", "An.Sen"))),
                person("An")
                        .with(CustomerField.EMAILS, phones("AN@sen.vn", "b@sen.vn"))
                        .with(CustomerField.ADDRESSES, List.of(address("12 lê lợi"), address("5 Trần Phú")))
                        .with(CustomerField.SOCIALS, List.of(new SocialAccount("zalo", "an.sen"))));
        assertThat(result.get(CustomerField.EMAILS)).isEqualTo(phones("an@sen.vn", "b@sen.vn"));
        assertThat(result.get(CustomerField.ADDRESSES)).isEqualTo(List.of(address("12 Lê Lợi"), address("5 Trần Phú")));
        assertThat((List<?>) result.get(CustomerField.SOCIALS)).hasSize(1);
    }

    @Test
    void attributesComeTogetherOneByOne() {
        CustomerDocument result = merge(
                person("An").with(CustomerField.ATTRIBUTES, Map.of("size", "M", "likes", List.of("trà"))),
                person("An")
                        .with(
                                CustomerField.ATTRIBUTES,
                                Map.of("size", "L", "likes", List.of("cà phê", "trà"), "pet", "mèo")));
        assertThat(result.attributes()).isEqualTo(Map.of("size", "M", "likes", List.of("trà", "cà phê"), "pet", "mèo"));
    }

    @Test
    void theOwnerIsTheMastersEvenWhenItHasNone() {
        CustomerDocument result = merge(person("An"), person("Bình").with(CustomerField.OWNER, 7L));
        assertThat(result.get(CustomerField.OWNER)).isNull();
    }

    @Test
    void aSupplierOnEitherSideIsASupplier() {
        CustomerDocument result = merge(person("An"), person("Bình").with(CustomerField.SUPPLIER, true));
        assertThat(result.get(CustomerField.KIND)).isEqualTo("ORGANIZATION");
        assertThat(result.get(CustomerField.SUPPLIER)).isEqualTo(true);
    }

    @Test
    void theChatsValuesWinAndItsListsComeFirstButCodeStageAndOwnerStay() {
        CustomerDocument existing = person("An")
                .with(CustomerField.CODE, "KH1")
                .with(CustomerField.STAGE, "ACCOUNT")
                .with(CustomerField.OWNER, 1L)
                .with(CustomerField.NOTES, "cũ")
                .with(CustomerField.PHONES, phones("0912345678"))
                .document();
        CustomerDocument chat = person("Bình")
                .with(CustomerField.CODE, "KH2")
                .with(CustomerField.STAGE, "RAW")
                .with(CustomerField.OWNER, 2L)
                .with(CustomerField.PHONES, phones("0987654321"))
                .document();
        CustomerDocument result = new MergeRule(MergeMode.OVERWRITE, existing, chat, Map.of()).result();
        assertThat(result.get(CustomerField.NAME)).isEqualTo("Bình");
        assertThat(result.get(CustomerField.CODE)).isEqualTo("KH1");
        assertThat(result.get(CustomerField.STAGE)).isEqualTo("ACCOUNT");
        assertThat(result.get(CustomerField.OWNER)).isEqualTo(1L);
        assertThat(result.get(CustomerField.NOTES)).isEqualTo("cũ");
        assertThat(result.get(CustomerField.PHONES)).isEqualTo(phones("0987654321", "0912345678"));
    }

    @Test
    void aListLongerThanACustomerMayHaveIsNamed() {
        List<LabelledValue> many = phones(
                IntStream.range(0, 21).mapToObj(i -> "09123456" + (10 + i)).toArray(String[]::new));
        CustomerDocument result = merge(
                person("An").with(CustomerField.PHONES, many.subList(0, 11)),
                person("An").with(CustomerField.PHONES, many.subList(11, 21)));
        assertThat(MergeRule.tooLong(result)).containsExactly("phones");
    }

    // ---- undone

    @Test
    void fromAListGoesWhatTheMergeBroughtAndStaysWhatCameSince() {
        MergeUndoRule rule = undo(phones("1"), phones("1", "2", "3"), phones("1", "3", "4"));
        assertThat(rule.changes().get(CustomerField.PHONES)).isEqualTo(phones("1", "4"));
        assertThat(rule.conflicts()).containsExactly("phones");
    }

    @Test
    void whatNobodyTouchedBecomesWhatItWas() {
        MergeUndoRule rule = undo(null, phones("2"), phones("2"));
        assertThat(rule.changes().has(CustomerField.PHONES)).isTrue();
        assertThat(rule.changes().get(CustomerField.PHONES)).isNull();
        assertThat(rule.conflicts()).isEmpty();
    }

    @Test
    void whatWasAlreadyPutBackByHandIsNoConflict() {
        MergeUndoRule rule = undo(phones("1"), phones("1", "2"), phones("1"));
        assertThat(rule.changes().isEmpty()).isTrue();
        assertThat(rule.conflicts()).isEmpty();
    }

    private static MergeUndoRule undo(List<?> before, List<?> after, List<?> now) {
        return new MergeUndoRule(phonesAre(before), phonesAre(after), phonesAre(now), Set.of());
    }

    private static CustomerDocument phonesAre(List<?> phones) {
        CustomerDocument document = new CustomerDocument();
        document.put(CustomerField.PHONES, phones);
        return document;
    }

    // ---- helpers

    private record Given(CustomerDocument document) {
        Given with(CustomerField field, Object value) {
            document.put(field, value);
            return this;
        }
    }

    private static Given person(String name) {
        return new Given(new CustomerDocument())
                .with(CustomerField.KIND, "ORGANIZATION")
                .with(CustomerField.STAGE, "LEAD")
                .with(CustomerField.SUPPLIER, false)
                .with(CustomerField.NAME, name);
    }

    private static CustomerDocument merge(Given master, Given slave) {
        return new MergeRule(MergeMode.MERGE, master.document(), slave.document(), Map.of()).result();
    }

    private static List<LabelledValue> phones(String... values) {
        return List.of(values).stream().map(LabelledValue::of).toList();
    }

    private static Address address(String street) {
        return new Address(street, null, null, null, null, null, null, null);
    }
}
