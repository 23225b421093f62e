package vn.sencrm.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAddressTest {

    @Test
    void theAddressOfAListHoldsWhateverWasTyped() {
        ListAddress address = new ListAddress("LEAD", "a&b=\"ă\" #", null, "-name", "abc", null);

        assertThat(address).hasToString("list.xhtml?stage=LEAD&q=a%26b%3D%22%C4%83%22+%23&sort=-name&after=abc");
        assertThat(address.withSort("name")).hasToString("list.xhtml?stage=LEAD&q=a%26b%3D%22%C4%83%22+%23&sort=name");
    }
}
