package vn.sencrm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TaxCode;

class VietnameseCustomersTest {
    private static final int COUNT = 20_000;

    private final VietnameseCustomers customers = new VietnameseCustomers(1);

    @Test
    void theSameSeedAndNumberGiveTheSameCustomer() {
        assertThat(new VietnameseCustomers(1).customer(4711)).isEqualTo(customers.customer(4711));
        assertThat(new VietnameseCustomers(2).customer(4711)).isNotEqualTo(customers.customer(4711));
    }

    @Test
    void everyPhoneAndTaxCodeIsGood() {
        assertThat(customers.range(0, COUNT).toList()).allSatisfy(customer -> {
            assertThat(PhoneNumber.parse(customer.phone()).key()).startsWith("+84");
            assertThat(customer.taxCode() == null
                            || TaxCode.parse(customer.taxCode()).key() != null)
                    .isTrue();
        });
    }

    @Test
    void aboutOneInTwentyHasThePhoneOfAnEarlierCustomer() {
        long different = customers
                .range(0, COUNT)
                .map(customer -> PhoneNumber.parse(customer.phone()).key())
                .distinct()
                .count();
        assertThat(COUNT - different).isBetween(COUNT * 4L / 100, COUNT * 6L / 100);
    }

    @Test
    void namesAreAsFrequentAsInLife() {
        List<String> families = customers
                .range(0, COUNT)
                .filter(customer -> customer.kind() == SampleCustomer.Kind.INDIVIDUAL)
                .map(customer -> customer.name().split(" ")[0])
                .toList();
        long nguyen = families.stream().filter("Nguyễn"::equals).count();
        assertThat((double) nguyen / families.size()).isBetween(0.34, 0.40);
        assertThat(families.stream().collect(Collectors.toSet())).hasSizeGreaterThan(40);
    }
}
