package vn.sencrm.assignment;

import java.time.Instant;
import java.util.List;

/**
 * How the dealing of a team stands.
 *
 * @param queued how many customers wait for somebody who can take them
 * @param loads each member's open customers, in the members' order
 * @param deals the newest dealings, newest first
 */
public record TeamLoad(int queued, List<Load> loads, List<Deal> deals) {

    /** The customers in RAW and LEAD that a member owns, of whatever team. */
    public record Load(String username, int open) {}

    /** A dealing of the log. */
    public record Deal(Instant at, int customers, int queued, List<Part> parts) {}

    /**
     * A member's part in a dealing.
     *
     * @param passedOver null for who took part to the end
     */
    public record Part(String fullName, int given, PassedOver passedOver) {}
}
