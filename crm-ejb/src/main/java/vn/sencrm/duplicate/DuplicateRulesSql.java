package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.MatchReason;

/** Reads and writes {@code duplicate_key} and {@code duplicate_policy}, forty rows together. */
@ApplicationScoped
public class DuplicateRulesSql {

    @Inject
    Database database;

    /** The rules as they stand. */
    public DuplicateRules read() {
        Map<IdentityKey.Kind, Map<DuplicateSource, DuplicatePolicy>> policies = new EnumMap<>(IdentityKey.Kind.class);
        Set<MatchReason> counting = EnumSet.noneOf(MatchReason.class);
        database.listByKeys(
                SqlFragment.of(
                        """
                        select k.kind, k.counts, p.source, p.policy
                        from duplicate_key k left join duplicate_policy p on p.kind = k.kind
                        """),
                row -> {
                    if (row.getBoolean("counts")) {
                        counting.add(MatchReason.valueOf(row.getString("kind")));
                    }
                    return row.getString("source") != null
                            && policies.computeIfAbsent(
                                                    IdentityKey.Kind.valueOf(row.getString("kind")),
                                                    kind -> new EnumMap<>(DuplicateSource.class))
                                            .put(
                                                    DuplicateSource.valueOf(row.getString("source")),
                                                    DuplicatePolicy.valueOf(row.getString("policy")))
                                    == null;
                });
        return new DuplicateRules(counting, policies);
    }

    /** How many keys count that did not, or the other way round. */
    int writeCounting(Set<MatchReason> counting) {
        List<String> names = DuplicateRules.names(counting);
        return database.update(SqlFragment.of(
                "update duplicate_key set counts = kind = any (?) where counts <> (kind = any (?))", names, names));
    }

    void writePolicy(IdentityKey.Kind kind, DuplicateSource source, DuplicatePolicy policy) {
        database.update(SqlFragment.of(
                "update duplicate_policy set policy = ? where kind = ? and source = ?", policy, kind, source));
    }
}
