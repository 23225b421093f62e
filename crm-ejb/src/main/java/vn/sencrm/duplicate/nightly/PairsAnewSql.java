package vn.sencrm.duplicate.nightly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.duplicate.DuplicateRules;
import vn.sencrm.duplicate.PairSql;

/** Finds the pairs of all keys, and lays what was found over the pairs that are stored. */
@ApplicationScoped
class PairsAnewSql {

    /** One walk along the primary key of {@code identity_key}; only what stands there twice is looked at further. */
    private static final String BY_KEYS =
            """
            insert into duplicate_found (low_id, high_id, reasons, low_version, high_version)
            with twice as materialized (
                select kind, key, array_agg(customer_id order by customer_id) ids
                from identity_key where kind = any (:kinds) group by key, kind having count(*) > 1
            ), held as materialized (
                select t.kind, t.key, array_agg(c.id order by c.id) ids
                from twice t cross join unnest(t.ids) i (id) join customer c on c.id = i.id and c.state = 'ACTIVE'
                group by t.kind, t.key having count(*) > 1
            ), paired as materialized (
                select a.id low_id, b.id high_id, bit_or(:bit) reasons
                from held h
                cross join unnest(case when cardinality(h.ids) > :dense then h.ids[1:1] else h.ids end) a (id)
                cross join unnest(h.ids) b (id)
                where a.id < b.id group by a.id, b.id
            )
            select p.low_id, p.high_id, p.reasons | case when :names and m.key = n.key then 32 else 0 end, l.version,
                   h.version
            from paired p
            join customer l on l.id = p.low_id
            join customer h on h.id = p.high_id
            left join identity_key m on m.customer_id = p.low_id and m.kind = 'NAME'
            left join identity_key n on n.customer_id = p.high_id and n.kind = 'NAME'
            """;

    private static final String UNITE =
            """
            create temporary table duplicate_now on commit drop as
            select f.low_id, f.high_id, bit_or(f.reasons) reasons, max(f.low_version) low_version,
                   max(f.high_version) high_version
            from duplicate_found f group by f.low_id, f.high_id
            """;

    private static final String LEAVE_DIFFERENT =
            """
            delete from duplicate_now n using duplicate_different d
            where d.low_id = n.low_id and d.high_id = n.high_id
            and duplicate_shared(n.low_id, n.high_id, n.reasons) <@ d.shared
            """;

    private static final String REMOVE =
            """
            delete from duplicate_pair p
            where pg_visible_in_snapshot(p.written, :before::pg_snapshot)
            and not exists (select from duplicate_now n where n.low_id = p.low_id and n.high_id = p.high_id)
            """;

    /** Whoever was changed since was paired anew by that change. */
    private static final String WRITE =
            """
            insert into duplicate_pair as p (low_id, high_id, reasons)
            select n.low_id, n.high_id, n.reasons
            from duplicate_now n
            left join duplicate_pair o on o.low_id = n.low_id and o.high_id = n.high_id
            join customer l on l.id = n.low_id and l.state = 'ACTIVE' and l.version = n.low_version
            join customer h on h.id = n.high_id and h.state = 'ACTIVE' and h.version = n.high_version
            where o.reasons is distinct from n.reasons
            order by n.low_id, n.high_id
            on conflict (low_id, high_id) do update set reasons = excluded.reasons, written = pg_current_xact_id()
            where pg_visible_in_snapshot(p.written, :before::pg_snapshot)
            """;

    @Inject
    Database database;

    /** Which transactions had ended when the run began. */
    String snapshot() {
        return database.first(SqlFragment.of("select pg_current_snapshot()::text"), row -> row.getString(1))
                .orElseThrow();
    }

    /** Tells how many pairs there are. */
    int findByKeys(DuplicateRules rules) {
        List<String> kinds = List.of(IdentityKey.Kind.values()).stream()
                .filter(kind -> MatchReason.of(kind).isStrong() && rules.counts(kind))
                .map(Enum::name)
                .toList();
        database.update(SqlFragment.of("set local work_mem = '128MB'"));
        return database.update(NamedSql.of(
                BY_KEYS,
                "kinds",
                kinds,
                "bit",
                SqlFragment.of(PairSql.BIT.formatted("h")),
                "dense",
                PairSql.DENSE,
                "names",
                rules.counts(MatchReason.NAME)));
    }

    /** Tells how many pairs came, went or have other reasons. */
    int write(String before) {
        database.update(SqlFragment.of("set local work_mem = '128MB'"));
        database.update(SqlFragment.of(UNITE));
        database.update(SqlFragment.of("create unique index on duplicate_now (low_id, high_id)"));
        database.update(SqlFragment.of("analyze duplicate_now"));
        database.update(SqlFragment.of(LEAVE_DIFFERENT));
        int removed = database.update(NamedSql.of(REMOVE, "before", before));
        return removed + database.update(NamedSql.of(WRITE, "before", before));
    }
}
