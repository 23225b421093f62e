package vn.sencrm.duplicate;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.MatchReason;

/**
 * The company's rules of duplicates, as they were when they were read.
 *
 * @param counting what makes two customers duplicates: keys, and what a name needs beside it
 * @param policies of each key by source
 */
public record DuplicateRules(
        Set<MatchReason> counting, Map<IdentityKey.Kind, Map<DuplicateSource, DuplicatePolicy>> policies) {

    /** What may count or not: each key, and what makes the same name more than chance. */
    public static final List<MatchReason> KEYS = List.of(
            MatchReason.PHONE,
            MatchReason.EMAIL,
            MatchReason.TAX,
            MatchReason.IDNO,
            MatchReason.ZALO,
            MatchReason.NAME,
            MatchReason.COMPANY,
            MatchReason.BIRTHDAY,
            MatchReason.COMMUNE);

    public DuplicateRules {
        counting = Set.copyOf(counting);
        policies = new EnumMap<>(policies);
    }

    public boolean counts(MatchReason reason) {
        return counting.contains(reason);
    }

    public boolean counts(IdentityKey.Kind kind) {
        return counts(MatchReason.of(kind));
    }

    /** What happens with a key that counts. */
    public DuplicatePolicy policy(IdentityKey.Kind kind, DuplicateSource source) {
        return policies.get(kind).get(source);
    }

    /** The keys that a source has this policy for. */
    Set<IdentityKey.Kind> kinds(DuplicateSource source, DuplicatePolicy policy) {
        Set<IdentityKey.Kind> kinds = EnumSet.noneOf(IdentityKey.Kind.class);
        for (IdentityKey.Kind kind : IdentityKey.Kind.values()) {
            if (counts(kind) && policy(kind, source) == policy) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** The keys that a source must not bring when another customer has them. */
    public Set<IdentityKey.Kind> blocked(DuplicateSource source) {
        return kinds(source, DuplicatePolicy.BLOCK);
    }

    /** The keys that a source asks about, or tells, when another customer has them. */
    public Set<IdentityKey.Kind> asked(DuplicateSource source) {
        return kinds(source, DuplicatePolicy.WARN);
    }

    /** The keys that are a reason by themselves. */
    Set<IdentityKey.Kind> strongKinds() {
        Set<IdentityKey.Kind> kinds = EnumSet.noneOf(IdentityKey.Kind.class);
        for (IdentityKey.Kind kind : IdentityKey.Kind.values()) {
            if (counts(kind) && MatchReason.of(kind).isStrong()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
