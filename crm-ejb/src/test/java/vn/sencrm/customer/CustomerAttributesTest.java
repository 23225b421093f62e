package vn.sencrm.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sencrm.audit.AuditEntry;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.attribute.TestAttributes;

/** Attributes among the other values of a customer: the check, documents, conflicts. */
class CustomerAttributesTest {

    private static final CustomerLookups LOOKUPS =
            new CustomerLookups(List.of(), () -> null, code -> null, TestAttributes.ALL, file -> null);

    private static final CustomerLookups AT_CONVERSION =
            new CustomerLookups(List.of(), () -> null, code -> null, TestAttributes.ALL.optional(), file -> null);

    private static CustomerInput input(Object... codesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            values.put((String) codesAndValues[i], codesAndValues[i + 1]);
        }
        return new CustomerInput().set(CustomerField.NAME, "Lan").set(CustomerField.ATTRIBUTES, values);
    }

    private static CustomerDocument document(Object... codesAndValues) {
        CustomerDocument document = new CustomerDocument();
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            values.put((String) codesAndValues[i], codesAndValues[i + 1]);
        }
        document.put(CustomerField.ATTRIBUTES, values);
        return document;
    }

    private static List<String> problems(CheckedCustomer checked) {
        return checked.problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    @Test
    void whatIsNotDefinedIsRefusedByItsName() {
        assertThat(problems(CustomerCheck.ofNew(input("shoe_size", "43"), LOOKUPS)))
                .containsExactly("attributes.shoe_size UNKNOWN_ATTRIBUTE");
    }

    @Test
    void attributesThatAreNoObjectAreRefused() {
        CustomerInput text = new CustomerInput().set(CustomerField.ATTRIBUTES, "x");
        assertThat(problems(CustomerCheck.ofChange(text, LOOKUPS))).containsExactly("attributes BAD_VALUE");
    }

    @Test
    void aNewCustomerOfTheKindMustHaveWhatIsRequired() {
        assertThat(problems(CustomerCheck.ofNew(input(), LOOKUPS))).isEmpty();
        CustomerInput shop = input().set(CustomerField.KIND, "SHOP");
        assertThat(problems(CustomerCheck.ofNew(shop, LOOKUPS))).containsExactly("attributes.required REQUIRED");
        assertThat(problems(CustomerCheck.ofNew(shop, AT_CONVERSION))).isEmpty();
        CustomerInput empty = input("required", " ").set(CustomerField.KIND, "SHOP");
        assertThat(problems(CustomerCheck.ofNew(empty, LOOKUPS))).containsExactly("attributes.required REQUIRED");
        CustomerInput given = input("required", "x").set(CustomerField.KIND, "SHOP");
        assertThat(problems(CustomerCheck.ofNew(given, LOOKUPS))).isEmpty();
    }

    @Test
    void aChangeNeedNotSayWhatIsRequiredButCannotClearIt() {
        CustomerDocument shop = document();
        shop.put(CustomerField.KIND, "SHOP");
        assertThat(problems(CustomerCheck.ofChange(input("text", "x"), LOOKUPS, shop)))
                .isEmpty();
        assertThat(problems(CustomerCheck.ofChange(input("required", null), LOOKUPS, shop)))
                .containsExactly("attributes.required REQUIRED");
        CustomerDocument person = document();
        person.put(CustomerField.KIND, "INDIVIDUAL");
        assertThat(problems(CustomerCheck.ofChange(input("required", ""), LOOKUPS, person)))
                .isEmpty();
    }

    @Test
    void whatIsArchivedMayStayOrGoButNotCome() {
        assertThat(problems(CustomerCheck.ofChange(input("archived", "cũ"), LOOKUPS, document("archived", "cũ"))))
                .isEmpty();
        assertThat(problems(CustomerCheck.ofChange(input("archived", ""), LOOKUPS, document("archived", "cũ"))))
                .isEmpty();
        assertThat(problems(CustomerCheck.ofChange(input("archived", "mới"), LOOKUPS, document("archived", "cũ"))))
                .containsExactly("attributes.archived UNKNOWN_ATTRIBUTE");
    }

    @Test
    void onlyWhatDiffersIsAChange() {
        CustomerDocument now = document("number", new BigDecimal("1.5"), "multi_choice", List.of("L"), "text", "a");
        CustomerDocument checked = CustomerCheck.ofChange(
                        input("number", "1,50", "multi_choice", "Lớn", "text", "", "yes_no", ""), LOOKUPS)
                .document();
        CustomerDocument changes = checked.differingFrom(now);
        assertThat(changes.attributes()).containsOnlyKeys("text").containsEntry("text", null);
        assertThat(now.restrictedTo(changes).attributes()).isEqualTo(Map.of("text", "a"));
        assertThat(now.only("attributes.text").attributes()).isEqualTo(Map.of("text", "a"));
        assertThat(now.only("attributes.none").isEmpty()).isTrue();
        assertThat(changes.toJson()).contains("\"attributes.text\":null").doesNotContain("\"attributes\"");
    }

    @Test
    void aDocumentReadsWhatItWrote() {
        CustomerDocument document = document(
                "text",
                "Chợ \"🌾\"",
                "number",
                new BigDecimal("12.5"),
                "yes_no",
                false,
                "multi_choice",
                List.of("L", "M"),
                "date",
                "2026-01-31");
        assertThat(CustomerDocument.parse(document.toJson())).isEqualTo(document);
    }

    @Test
    void twoWhoChangeDifferentAttributesDoNotMeet() {
        List<AuditEntry> since = List.of(entry(document("text", "a"), document("text", "b")));
        assertThat(CustomerConflicts.between(document("number", BigDecimal.ONE), since))
                .isEmpty();
        List<FieldConflict> conflicts =
                CustomerConflicts.between(document("number", BigDecimal.ONE, "text", "c"), since);
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.get(0).name()).isEqualTo("attributes.text");
        assertThat(conflicts.get(0).toJson().toString())
                .isEqualTo("{\"field\":\"attributes.text\",\"base\":\"a\",\"theirs\":\"b\",\"mine\":\"c\"}");
    }

    private static AuditEntry entry(CustomerDocument before, CustomerDocument after) {
        return new AuditEntry(Instant.EPOCH, 1L, "Lan", Cause.FORM, "UPDATE", 2, before.toJson(), after.toJson());
    }
}
