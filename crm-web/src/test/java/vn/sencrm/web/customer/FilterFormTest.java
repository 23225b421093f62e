package vn.sencrm.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterParser;
import vn.sencrm.customer.CustomerFilterFields;

class FilterFormTest {

    @Test
    void whatWasTouchedBecomesConditionsThatMustAllHold() {
        Filter filter = added(
                Filter.ALL, Map.of("status", values("NEW", "QUOTED"), "owner", values("$me"), "tier", values("")));

        assertThat(filter.toJson())
                .isEqualTo("{\"and\":[{\"field\":\"status\",\"op\":\"in\",\"value\":[\"NEW\",\"QUOTED\"]},"
                        + "{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"$me\"}]}");
    }

    @Test
    void eitherOfThemJoinsWhatIsThereAsOneCondition() {
        Filter before = added(Filter.ALL, Map.of("kind", values("SHOP")));

        Filter filter = added(before, Map.of("phones", values("-"), "emails", values("+"), "combine", values("or")));

        assertThat(FilterForm.parts(filter)).hasSize(2).last().isInstanceOf(Filter.Or.class);
        assertThat(FilterForm.parts(filter).get(0))
                .isEqualTo(FilterForm.parts(before).get(0));
    }

    @Test
    void theSameConditionIsNotAddedTwice() {
        Filter once = added(Filter.ALL, Map.of("owner", values("$me")));

        assertThat(added(once, Map.of("owner", values("$me")))).isEqualTo(once);
    }

    @Test
    void whateverTheFormOffersCanBeReadBack() {
        for (String period : FilterForm.PERIODS) {
            Filter filter = added(Filter.ALL, Map.of("createdAt", values(period), "source", values(FilterForm.NONE)));

            assertThat(FilterParser.parse(filter.toJson(), CustomerFilterFields.ALL))
                    .isEqualTo(filter);
        }
    }

    @Test
    void theAddressOfAListHoldsWhateverWasTyped() {
        ListAddress address = new ListAddress("LEAD", "a&b=\"ă\" #", null, "-name", "abc");

        assertThat(address).hasToString("list.xhtml?stage=LEAD&q=a%26b%3D%22%C4%83%22+%23&sort=-name&after=abc");
        assertThat(address.withSort("name")).hasToString("list.xhtml?stage=LEAD&q=a%26b%3D%22%C4%83%22+%23&sort=name");
    }

    private static Filter added(Filter filter, Map<String, String[]> sent) {
        return new FilterForm(sent).addTo(filter);
    }

    private static String[] values(String... values) {
        return values;
    }
}
