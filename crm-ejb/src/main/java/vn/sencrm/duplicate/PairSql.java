package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.MatchReason;

/** The pairs of some customers, in sets: what is stored, what their keys say, and what becomes of it. */
@ApplicationScoped
public class PairSql {

    /** So many customers of one key make a pair of each two; of more, each makes a pair with the first only. */
    public static final int DENSE = 30;

    /** A strong key's bit, as {@link MatchReason} has it. */
    public static final String BIT = "case %s.kind when 'TAX' then 1 when 'IDNO' then 2 when 'PHONE' then 4"
            + " when 'EMAIL' then 8 when 'ZALO' then 16 end";

    /** Only keys that somebody else has are followed: of an import's, a few of a hundred. */
    private static final String STRONG =
            """
            with shared as materialized (
                select distinct m.kind, m.key from identity_key m
                where m.customer_id = any (:ids) and m.kind = any (:kinds)
                and exists (select from identity_key o
                            where o.key = m.key and o.kind = m.kind and o.customer_id <> m.customer_id)
            ), held as (
                select s.kind, s.key, array_agg(i.customer_id order by i.customer_id) ids
                from shared s join identity_key i on i.key = s.key and i.kind = s.kind
                join customer c on c.id = i.customer_id and c.state = 'ACTIVE'
                group by s.kind, s.key
            ), paired as (
                select a.id low_id, b.id high_id, bit_or(:bit) reasons
                from held h
                cross join unnest(case when cardinality(h.ids) > :dense then h.ids[1:1] else h.ids end) a (id)
                cross join unnest(h.ids) b (id)
                where a.id < b.id and (a.id = any (:ids) or b.id = any (:ids))
                group by a.id, b.id
            )
            select p.low_id, p.high_id, p.reasons | case when :names and exists (
                       select from identity_key a join identity_key b on b.key = a.key and b.kind = a.kind
                       where a.customer_id = p.low_id and a.kind = 'NAME' and b.customer_id = p.high_id)
                   then 32 else 0 end as reasons
            from paired p
            """;

    @Inject
    Database database;

    /** The reasons, as bits, of the stored pairs that one of these customers is in. */
    Map<Pair, Integer> stored(Collection<Long> ids) {
        return pairs(SqlFragment.of(
                """
                select low_id, high_id, reasons from duplicate_pair where low_id = any (?)
                union select low_id, high_id, reasons from duplicate_pair where high_id = any (?)
                """,
                ids,
                ids));
    }

    /** The pairs of these customers by the keys that they share with others. */
    Map<Pair, Integer> strong(Collection<Long> ids, DuplicateRules rules) {
        Set<IdentityKey.Kind> kinds = rules.strongKinds();
        return kinds.isEmpty()
                ? new HashMap<>()
                : pairs(NamedSql.of(
                        STRONG,
                        "ids",
                        ids,
                        "kinds",
                        DuplicateRules.names(kinds),
                        "bit",
                        SqlFragment.of(BIT.formatted("h")),
                        "dense",
                        DENSE,
                        "names",
                        rules.counts(MatchReason.NAME)));
    }

    private Map<Pair, Integer> pairs(SqlFragment query) {
        Map<Pair, Integer> pairs = new HashMap<>();
        database.list(query, row -> pairs.put(new Pair(row.getLong(1), row.getLong(2)), row.getInt(3)));
        return pairs;
    }

    /** Those of the pairs that somebody has called different and that share nothing else since. */
    Set<Pair> different(Map<Pair, Integer> pairs) {
        if (pairs.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.list(
                of(
                        pairs,
                        """
                        select n.low_id, n.high_id from :pairs
                        join duplicate_different d on d.low_id = n.low_id and d.high_id = n.high_id
                        where duplicate_shared(n.low_id, n.high_id, n.reasons) <@ d.shared
                        """),
                row -> new Pair(row.getLong(1), row.getLong(2))));
    }

    void write(Map<Pair, Integer> pairs) {
        database.update(
                of(
                        pairs,
                        """
                insert into duplicate_pair (low_id, high_id, reasons)
                select n.low_id, n.high_id, n.reasons from :pairs order by 1, 2
                on conflict (low_id, high_id)
                do update set reasons = excluded.reasons, written = pg_current_xact_id()
                """));
    }

    void remove(Map<Pair, Integer> pairs) {
        database.update(of(
                pairs,
                "delete from duplicate_pair p using :pairs where p.low_id = n.low_id and p.high_id = n.high_id"));
    }

    private static SqlFragment of(Map<Pair, Integer> pairs, String sql) {
        List<Pair> order = new ArrayList<>(pairs.keySet());
        SqlFragment rows = SqlFragment.of(
                "unnest(?::bigint[], ?::bigint[], ?::integer[]) as n (low_id, high_id, reasons)",
                order.stream().map(Pair::low).toList(),
                order.stream().map(Pair::high).toList(),
                order.stream().map(pairs::get).toList());
        return NamedSql.of(sql, "pairs", rows);
    }
}
