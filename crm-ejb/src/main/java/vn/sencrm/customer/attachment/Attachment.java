package vn.sencrm.customer.attachment;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file of a customer.
 *
 * @param contentType by the file's first bytes
 * @param commentId the comment to which it belongs, or null
 * @param by full name of whoever attached it
 * @param mine whether the caller did
 */
public record Attachment(
        long id,
        long customerId,
        Long commentId,
        String name,
        String contentType,
        long size,
        String by,
        Instant at,
        boolean mine)
        implements Serializable {}
