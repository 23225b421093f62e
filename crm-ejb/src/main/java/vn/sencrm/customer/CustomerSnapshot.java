package vn.sencrm.customer;

import java.time.Instant;

/**
 * A customer as it is while its row is locked.
 *
 * @param document all its values; of its tags those that the caller sees
 * @param primaryContactId null for none
 */
public record CustomerSnapshot(
        long id,
        int version,
        CustomerState state,
        CustomerDocument document,
        Instant createdAt,
        Long primaryContactId) {

    public CustomerStage stage() {
        return CustomerStage.valueOf(document.text(CustomerField.STAGE));
    }

    public CustomerKind kind() {
        return CustomerKind.valueOf(document.text(CustomerField.KIND));
    }

    public String name() {
        return document.text(CustomerField.NAME);
    }

    public String code() {
        return document.text(CustomerField.CODE);
    }
}
