package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReturnAddressTest {

    private static final String EDIT = "/crm/customer/edit.xhtml";

    @Test
    void theRecordIsTakenFromTheAddressThatTheBrowserShowed() {
        assertThat(ReturnAddress.query("https://crm.vn" + EDIT + "?id=5&tab=2", EDIT))
                .isEqualTo("id=5&tab=2");
    }

    @Test
    void anOlderNoticeIsNotRepeated() {
        assertThat(ReturnAddress.query("https://crm.vn" + EDIT + "?notice=expired&id=5", EDIT))
                .isEqualTo("id=5");
    }

    @Test
    void anotherPageOrNoneGivesNothing() {
        assertThat(ReturnAddress.query("https://crm.vn/crm/login.xhtml?next=/", EDIT))
                .isEmpty();
        assertThat(ReturnAddress.query("no address {", EDIT)).isEmpty();
        assertThat(ReturnAddress.query(null, EDIT)).isEmpty();
    }
}
