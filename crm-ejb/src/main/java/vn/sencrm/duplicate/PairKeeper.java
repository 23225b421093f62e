package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.sencrm.customer.CustomerKeysChanged;
import vn.sencrm.customer.MatchReason;

/**
 * Keeps the pairs and groups of customers that are written, in the transaction that writes them. Of one customer all its
 * pairs are found; of many (an import, a bulk action) those by key, what names say is left to the night.
 */
@ApplicationScoped
public class PairKeeper {

    private static final int NAMES = MatchReason.NAME.bit() | MatchReason.SIMILAR_NAME.bit();
    private static final int BESIDE_A_NAME =
            MatchReason.COMPANY.bit() | MatchReason.BIRTHDAY.bit() | MatchReason.COMMUNE.bit();

    @Inject
    DuplicateRulesSql settings;

    @Inject
    DuplicateKeysSql keys;

    @Inject
    PairSql pairs;

    @Inject
    NameMatchSql names;

    @Inject
    GroupKeeper groups;

    void onChange(@Observes CustomerKeysChanged changed) {
        if (!changed.ids().isEmpty()) {
            refresh(changed.ids());
        }
    }

    /** Takes these customers out of all pairs and groups, before they go for good. */
    public void forget(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            write(pairs.stored(ids), Map.of());
        }
    }

    /** Brings the stored pairs of these customers in line with what they share with others. */
    void refresh(Collection<Long> ids) {
        DuplicateRules rules = settings.read();
        Map<Pair, Integer> before = pairs.stored(ids);
        Map<Pair, Integer> now = ids.size() == 1 ? ofOne(ids.iterator().next(), rules) : ofMany(ids, before, rules);
        now.values().removeIf(reasons -> !isPair(reasons));
        now.keySet().removeAll(pairs.different(now));
        write(before, now);
    }

    private Map<Pair, Integer> ofOne(long id, DuplicateRules rules) {
        keys.lockOf(id);
        Map<Pair, Integer> now = pairs.strong(Set.of(id), rules);
        names.facts(id)
                .map(facts -> names.alike(facts, rules))
                .orElse(Map.of())
                .forEach((other, reasons) -> now.merge(Pair.of(id, other), reasons, (one, more) -> one | more));
        return now;
    }

    private Map<Pair, Integer> ofMany(Collection<Long> ids, Map<Pair, Integer> before, DuplicateRules rules) {
        Map<Pair, Integer> now = pairs.strong(ids, rules);
        before.forEach(
                (pair, reasons) -> now.merge(pair, reasons & ~MatchReason.STRONG, (strong, weak) -> strong | weak));
        return now;
    }

    private static boolean isPair(int reasons) {
        return (reasons & MatchReason.STRONG) != 0 || (reasons & NAMES) != 0 && (reasons & BESIDE_A_NAME) != 0;
    }

    private void write(Map<Pair, Integer> before, Map<Pair, Integer> now) {
        Map<Pair, Integer> gone = new HashMap<>(before);
        gone.keySet().removeAll(now.keySet());
        Map<Pair, Integer> fresh = new HashMap<>(now);
        fresh.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        if (!gone.isEmpty()) {
            pairs.remove(gone);
        }
        if (!fresh.isEmpty()) {
            pairs.write(fresh);
        }
        if (!gone.isEmpty() || !fresh.isEmpty()) {
            Set<Long> touched = new HashSet<>();
            gone.keySet().forEach(pair -> add(touched, pair));
            fresh.keySet().forEach(pair -> add(touched, pair));
            groups.regroup(touched);
        }
    }

    private static void add(Set<Long> ids, Pair pair) {
        ids.add(pair.low());
        ids.add(pair.high());
    }
}
