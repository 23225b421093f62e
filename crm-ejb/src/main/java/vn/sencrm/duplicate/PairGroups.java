package vn.sencrm.duplicate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which customers hang together by pairs. A group has the number of its first customer. */
public final class PairGroups {

    private final Map<Long, Long> towards = new HashMap<>();
    private final Map<Long, Short> strengths = new HashMap<>();

    public void add(long low, long high, short strength) {
        long one = first(low);
        long other = first(high);
        long group = Math.min(one, other);
        towards.put(one, group);
        towards.put(other, group);
        short strongest = (short) Math.max(strength, Math.max(own(one), own(other)));
        strengths.put(group, strongest);
    }

    private short own(long group) {
        return strengths.getOrDefault(group, (short) 0);
    }

    /** Everybody who is in some pair. */
    public Set<Long> members() {
        return towards.keySet();
    }

    /** The number of a member's group. */
    public long group(long member) {
        return first(member);
    }

    /** The strength of a group's strongest pair. */
    public short strength(long group) {
        return strengths.get(group);
    }

    /** The way becomes shorter each time it is gone. */
    private long first(long member) {
        long at = member;
        Long next = towards.get(at);
        while (next != null && next != at) {
            Long after = towards.get(next);
            towards.put(at, after);
            at = next;
            next = after;
        }
        return at;
    }
}
