package vn.sencrm.bulk;

/**
 * What became of one record.
 *
 * @param code null, as the name, where the reader may not see the customer
 * @param reason a code, null where nothing needs to be said
 * @param before the changed fields as they were, a JSON object, null where nothing changed
 */
public record BulkItem(
        long customerId, String code, String name, BulkVerdict verdict, String reason, String before, String after) {}
