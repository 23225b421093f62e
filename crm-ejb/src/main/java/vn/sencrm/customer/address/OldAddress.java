package vn.sencrm.customer.address;

import java.io.Serializable;
import java.util.List;

/**
 * Words for a place that no code was found for, and what they may mean.
 *
 * @param province as written, empty for none
 * @param commune as written, empty for none
 * @param customers how many have such an address
 * @param provinceKnown whether the province's words mean one; else a commune of that name is a guess
 * @param targets the places that it may be today, none when it is unknown
 */
public record OldAddress(String province, String commune, long customers, boolean provinceKnown, List<Target> targets)
        implements Serializable {

    /**
     * A place of today.
     *
     * @param name with that of its province
     */
    public record Target(String code, String name) implements Serializable {}

    /** How sure it is what the words mean. */
    public enum Match {
        EXACT,
        AMBIGUOUS,
        UNKNOWN
    }

    public Match getMatch() {
        if (targets.isEmpty()) {
            return Match.UNKNOWN;
        }
        return targets.size() == 1 && provinceKnown ? Match.EXACT : Match.AMBIGUOUS;
    }
}
