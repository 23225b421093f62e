package vn.sencrm.bulk;

/** How many records were skipped or refused for one reason. */
public record BulkReason(BulkVerdict verdict, String reason, long records) {}
