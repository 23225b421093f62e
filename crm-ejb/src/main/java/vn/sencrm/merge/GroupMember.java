package vn.sencrm.merge;

import java.io.Serializable;
import java.time.Instant;
import vn.sencrm.customer.CustomerStage;

/**
 * A customer of a group of duplicates, as the one who would merge the group sees it.
 *
 * @param filled how many of its fields hold something
 * @param changeable whether the user may change it
 * @param role what becomes of it
 */
public record GroupMember(
        long id,
        int version,
        String code,
        String name,
        CustomerStage stage,
        String ownerName,
        Instant createdAt,
        int filled,
        boolean changeable,
        Role role)
        implements Serializable {

    /** What becomes of a member. */
    public enum Role {
        MASTER,
        SLAVE,
        /** It stays as it is: nobody else of the group is of its stage, or the user may not change it. */
        LEFT
    }

    GroupMember as(Role newRole) {
        return new GroupMember(id, version, code, name, stage, ownerName, createdAt, filled, changeable, newRole);
    }
}
