package vn.sencrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.Checked;
import vn.sencrm.common.CitizenId;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TaxCode;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;

class DemoCustomerTest {

    private static final List<DemoCustomer> ALL = DemoCustomer.readAll();

    @Test
    void aFewHundredCustomersHaveCodesOfTheirOwn() {
        assertThat(ALL).hasSize(300);
        assertThat(texts(CustomerField.CODE)).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void everyKindAndStageIsThere() {
        assertThat(texts(CustomerField.KIND)).containsAll(names(CustomerKind.values()));
        assertThat(texts(CustomerField.STAGE)).containsAll(names(CustomerStage.values()));
    }

    @Test
    void everyValueIsAcceptedWithoutDoubt() {
        assertThat(texts(CustomerField.PHONES).stream().flatMap(text -> PhoneNumber.split(text).stream()))
                .allMatch(phone -> isGood(PhoneNumber.parse(phone)));
        assertThat(texts(CustomerField.TAX_CODE)).allMatch(code -> isGood(TaxCode.parse(code)));
        assertThat(texts(CustomerField.CITIZEN_ID)).allMatch(id -> isGood(CitizenId.parse(id)));
        assertThat(ALL.stream()
                        .map(customer -> customer.input().get(CustomerField.EMAILS))
                        .flatMap(emails -> emails instanceof List<?> list ? list.stream() : Stream.empty()))
                .allMatch(email -> isGood(EmailAddress.parse(email.toString())));
    }

    @Test
    void whoTheyBelongToWorksThere() {
        List<String> users =
                DemoPeople.USERS.stream().map(DemoPeople.User::username).toList();
        assertThat(ALL).extracting(DemoCustomer::creator).isSubsetOf(users);
        assertThat(texts(CustomerField.OWNER)).allMatch(owner -> owner.isEmpty() || users.contains(owner));
    }

    @Test
    void aHouseholdsMembersHaveTheirRelation() {
        assertThat(ALL.stream().map(customer -> customer.input().get(CustomerField.MEMBERS)))
                .filteredOn(List.class::isInstance)
                .isNotEmpty()
                .allSatisfy(members -> assertThat((List<?>) members)
                        .allSatisfy(member ->
                                assertThat(((Map<?, ?>) member).get("relation")).isNotNull()));
    }

    private static boolean isGood(Checked<?> checked) {
        return checked.problemAt("").isEmpty() && checked.warningAt("").isEmpty();
    }

    private static List<String> texts(CustomerField field) {
        return ALL.stream()
                .map(customer -> customer.input().get(field).toString())
                .toList();
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }
}
