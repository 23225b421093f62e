package vn.sencrm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.UnknownFieldException;

class CustomerSortTest {

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "updatedAt", "-createdAt", "status", "-owner", "address.province"})
    void anOrderIsWrittenAsItIsRead(String text) {
        CustomerSort sort = CustomerSort.of(text);

        assertThat(sort.text()).isEqualTo(text);
        assertThat(sort.field()).isEqualTo(text.replace("-", ""));
        assertThat(sort).isEqualTo(CustomerSort.of(text));
    }

    @Test
    void theNewestChangeComesFirstUnlessAskedOtherwise() {
        assertThat(CustomerSort.of(null)).isSameAs(CustomerSort.UPDATED_DOWN);
        assertThat(CustomerSort.of("-updatedAt")).isSameAs(CustomerSort.UPDATED_DOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "--name", "-", "c.name", "name desc"})
    void whatIsNoOrderIsNamed(String text) {
        assertThatThrownBy(() -> CustomerSort.of(text)).isInstanceOf(UnknownFieldException.class);
    }

    @ParameterizedTest
    @CsvSource({"score,x", "score,1e9", "score,99999999999999999999", "birthday,infinit", "birthday,2026-02-30"})
    void aForgedPlaceIsRefusedBeforeItReachesTheDatabase(String field, String place) {
        assertThatThrownBy(() -> CustomerSort.of(field).position(Cursor.after(place, 1L)))
                .isInstanceOf(CursorMismatchException.class);
    }

    @ParameterizedTest
    @CsvSource({"score,-5", "score,999999999999999999", "birthday,-infinity", "birthday,1990-05-06", "owner,hoa"})
    void aPlaceThatAListWroteIsTaken(String field, String place) {
        assertThat(CustomerSort.of(field).position(Cursor.after(place, 1L))).isEqualTo(place);
    }
}
