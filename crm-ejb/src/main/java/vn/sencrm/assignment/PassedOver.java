package vn.sencrm.assignment;

/** Why a member of a team got no customers, or fewer than the others. */
public enum PassedOver {
    /** The user is deactivated. */
    USER_INACTIVE,
    /** The member takes no part in this team's dealing for now. */
    MEMBER_INACTIVE,
    /** Today lies within the member's absence. */
    ABSENT,
    /** The member owns as many open customers as the limit allows, at the latest after this dealing. */
    FULL
}
