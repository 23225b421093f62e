package vn.sencrm.customer.comment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import vn.sencrm.customer.attachment.Attachment;
import vn.sencrm.customer.timeline.TimelineItem;

/**
 * A comment as its readers see it.
 *
 * @param at when it was written
 * @param editedAt null as long as it is as it was written
 * @param mine whether the caller wrote it and may change it
 * @param deletable whether the caller may delete it
 * @param parts the text, cut where it names users
 */
public record Comment(
        long id,
        int version,
        long customerId,
        String author,
        String authorUsername,
        String text,
        Instant at,
        Instant editedAt,
        boolean mine,
        boolean deletable,
        List<Part> parts,
        List<Attachment> files)
        implements TimelineItem, Serializable {

    /** A piece of the text; with the full name of the user that it names, else null. */
    public record Part(String text, String userName) implements Serializable {}

    Comment with(List<Part> newParts, List<Attachment> newFiles) {
        return new Comment(
                id,
                version,
                customerId,
                author,
                authorUsername,
                text,
                at,
                editedAt,
                mine,
                deletable,
                newParts,
                newFiles);
    }
}
