package vn.sencrm.customer.access;

import java.io.Serializable;
import java.util.List;

/**
 * One way in which a user may come to see a customer.
 *
 * @param names who or what is behind it: the owner, the team, the routes …; empty where there is none
 * @param changes whether it lets the user change the customer too, given the right to change any
 */
public record AccessWay(Kind kind, Verdict verdict, List<String> names, boolean changes) implements Serializable {

    /** The ways, in the order in which they are told. */
    public enum Kind {
        ALL,
        OWNER,
        CREATOR,
        TEAM,
        ROUTE,
        SHARE_USER,
        SHARE_TEAM
    }

    /** What became of a way. */
    public enum Verdict {
        YES,
        NO,
        /** It would hold, but the user's role does not count it. */
        OFF
    }

    public AccessWay {
        names = List.copyOf(names);
    }

    boolean holds() {
        return verdict == Verdict.YES;
    }
}
