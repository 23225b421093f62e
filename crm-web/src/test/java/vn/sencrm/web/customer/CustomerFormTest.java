package vn.sencrm.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerField;

class CustomerFormTest {

    private final CustomerForm form = new CustomerForm();

    @Test
    void emptyRowsAndNullTextsAreNoChange() {
        form.put(CustomerField.NAME, "Lan");
        form.putRows(CustomerField.PHONES, List.of(Map.of("value", "0912345678")));
        CustomerForm typed = CustomerForm.parse(form.toJson());
        typed.add(CustomerField.PHONES);
        typed.getTexts().put("notes", null);

        assertThat(typed.isSame(CustomerField.PHONES, form)).isTrue();
        assertThat(typed.isSame(CustomerField.NOTES, form)).isTrue();
        assertThat(typed.isSame(CustomerField.NAME, form)).isTrue();
    }

    @Test
    void anotherOrderOfPhonesIsAChangeForTheFirstIsPrimary() {
        form.putRows(CustomerField.PHONES, List.of(Map.of("value", "1"), Map.of("value", "2")));
        CustomerForm typed = CustomerForm.parse(form.toJson());
        typed.makePrimary(CustomerField.PHONES, 1);

        assertThat(typed.isSame(CustomerField.PHONES, form)).isFalse();
        assertThat(typed.getRows().get("phones"))
                .extracting(row -> row.get("value"))
                .containsExactly("2", "1");
    }

    @Test
    void severalNumbersInOneInputBecomeRows() {
        form.putRows(CustomerField.PHONES, List.of(Map.of("value", "0912345678; 0387 220 914", "label", "nhà")));

        form.splitPhones();

        assertThat(form.getRows().get("phones"))
                .extracting(row -> row.get("value"))
                .containsExactly("0912345678", "0387 220 914");
    }

    @Test
    void theLastRowIsEmptiedButStays() {
        form.putRows(CustomerField.EMAILS, List.of(Map.of("value", "a@b.vn")));

        form.remove(CustomerField.EMAILS, 0);

        assertThat(form.getRows().get("emails")).containsExactly(Map.of());
    }

    @Test
    void rowsKeepTheirPlacesSoThatProblemsFindThem() {
        form.putRows(CustomerField.PHONES, List.of(Map.of("value", ""), Map.of("value", "12")));

        Object sent = form.input(List.of(CustomerField.PHONES)).get(CustomerField.PHONES);

        assertThat(sent).isEqualTo(List.of(Map.of("value", "", "label", ""), Map.of("value", "12", "label", "")));
    }

    @Test
    void whatAFormRemembersIsReadBack() {
        EditState state = new EditState();
        state.id = 7L;
        state.version = 3;
        state.name = "Shop \"Bé\" <b>";
        form.put(CustomerField.SUPPLIER, "true");
        form.put(CustomerField.NOTES, "dòng 1\ndòng 2");
        state.base = form;
        state.conflicts.add(new EditState.Conflict("status", "", "Mới", "Báo giá", "Lan"));

        EditState read = EditState.parse(state.toJson());

        assertThat(read.toJson()).isEqualTo(state.toJson());
        assertThat(read.base.isSame(CustomerField.SUPPLIER, form)).isTrue();
    }

    @Test
    void aForgedStateIsAnsweredLikeARecordThatDoesNotExist() {
        for (String forged : List.of("", "x", "{}", "[]", "{\"kind\":\"NIX\"}", "{\"kind\":1}")) {
            assertThatThrownBy(() -> EditState.parse(forged)).isInstanceOf(NotFoundException.class);
        }
    }
}
