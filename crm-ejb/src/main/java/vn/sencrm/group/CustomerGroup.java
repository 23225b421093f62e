package vn.sencrm.group;

import java.io.Serializable;
import java.time.Instant;

/**
 * A group as lists, its page and the API show it.
 *
 * @param filter as JSON; null for a static group
 * @param members of a static group, whoever sees them; 0 for a dynamic one
 * @param counted false when there are more than so many
 */
public record CustomerGroup(
        long id,
        int version,
        String name,
        String description,
        String filter,
        long members,
        boolean counted,
        String createdBy,
        Instant createdAt,
        Instant updatedAt)
        implements Serializable {

    public boolean isDynamic() {
        return filter != null;
    }
}
