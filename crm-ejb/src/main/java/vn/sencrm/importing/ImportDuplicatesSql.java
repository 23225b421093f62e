package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerKeysChanged;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.duplicate.DuplicateRules;
import vn.sencrm.duplicate.DuplicateRulesSql;
import vn.sencrm.duplicate.DuplicateSource;
import vn.sencrm.duplicate.PairKeeper;

/**
 * Holds the duplicate policies of imports, a statement for all rows: a row that would bring a key which belongs to one
 * customer alone is refused when another has it, in the database or before it in the file. What may be shared is written,
 * and the pairs are found step by step.
 */
@ApplicationScoped
class ImportDuplicatesSql {

    /**
     * The keys that rows would write; a customer may keep what it has. A row that only fills what is empty brings but the
     * keys of these fields.
     */
    private static final String BROUGHT =
            """
            select v.row_no, k.kind, k.key, v.customer_id
            from import_verdict v join import_row r on r.run_id = v.run_id and r.row_no = v.row_no
            cross join lateral unnest(coalesce(v.key_kinds, r.key_kinds), coalesce(v.key_values, r.key_values))
                as k (kind, key)
            where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict in ('CREATE', 'UPDATE')
            and v.leader is null and k.kind = any (:kinds)
            and (v.doc is null or case k.kind when 'PHONE' then jsonb_exists(v.doc, 'phones')
                                              when 'EMAIL' then jsonb_exists(v.doc, 'emails')
                                              when 'TAX' then jsonb_exists(v.doc, 'taxCode')
                                              when 'IDNO' then jsonb_exists_any(v.doc, '{taxCode,citizenId}')
                                              else true end)
            """;

    /** The rows that bring something of which the file has more than one: few, as a rule. */
    private static final String TWICE =
            """
            create temporary table import_twice on commit drop as
            with brought as (
                select r.row_no, k.kind, k.key
                from import_row r cross join lateral unnest(r.key_kinds, r.key_values) as k (kind, key)
                where r.run_id = :run and r.error_code is null and k.kind = any (:kinds))
            select distinct coalesce(v.leader, v.row_no) as row_no
            from brought b join import_verdict v on v.run_id = :run and v.row_no = b.row_no
            where (kind, key) in (select kind, key from brought group by kind, key having count(*) > 1)
            """;

    private static final String BROUGHT_TWICE =
            BROUGHT.replace("from import_verdict v", "from import_twice t join import_verdict v using (row_no)");

    private static final String IN_DATABASE =
            """
            select b.row_no, min(b.kind) kind from (:brought) b
            where exists (select from identity_key i join customer c on c.id = i.customer_id and c.state = 'ACTIVE'
                          where i.key = b.key and i.kind = b.kind and i.customer_id is distinct from b.customer_id)
            and not exists (select from identity_key o
                            where o.customer_id = b.customer_id and o.key = b.key and o.kind = b.kind)
            group by b.row_no
            """
                    .replace(":brought", BROUGHT);

    /** Rows of one customer are one; the first row of the file keeps the key. */
    private static final String IN_FILE =
            """
            select f.row_no, min(f.kind) kind
            from (select b.row_no, b.kind, coalesce(-b.customer_id, b.row_no) who,
                         first_value(coalesce(-b.customer_id, b.row_no)) over (
                             partition by b.kind, b.key order by b.row_no) first_who
                  from (:brought) b) f
            where f.who <> f.first_who group by f.row_no
            """
                    .replace(":brought", BROUGHT_TWICE);

    private static final String REFUSE =
            """
            with refused as (
                update import_verdict v
                set verdict = 'REFUSE', error_code = :code,
                    error_field = case x.kind when 'PHONE' then 'phones' when 'EMAIL' then 'emails'
                                              when 'TAX' then 'taxCode' when 'IDNO' then 'citizenId' else 'name' end
                from (:found) x where v.run_id = :run and v.row_no = x.row_no
                returning v.row_no, v.error_code, v.error_field
            )
            update import_verdict f set verdict = 'REFUSE', error_code = r.error_code, error_field = r.error_field
            from refused r where f.run_id = :run and f.leader = r.row_no
            """;

    /** Notes the rows that were found. */
    private static final String NOTE =
            """
            update import_verdict v set shared = true from (:found) x where v.run_id = :run and v.row_no = x.row_no
            """;

    /**
     * Of rows with one key the first has it alone, unless the database has it. By windows: a join would be planned for a
     * few rows, and go through all of them for each.
     */
    private static final String SHARED_IN_FILE =
            """
            select distinct f.row_no
            from (select b.row_no, min(b.row_no) over same_key as first_row,
                         min(coalesce(-b.customer_id, b.row_no)) over same_key as one,
                         max(coalesce(-b.customer_id, b.row_no)) over same_key as other
                  from (:brought) b window same_key as (partition by b.kind, b.key)) f
            where f.one <> f.other and f.row_no <> f.first_row
            """
                    .replace(":brought", BROUGHT_TWICE);

    /** Those that were created, or changed in a field by which duplicates are found. */
    private static final String WRITTEN =
            """
            select h.customer_id from import_change h join customer c on c.id = h.customer_id
            where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo
            and (h.created or jsonb_exists_any(h.before, :fields))
            """;

    @Inject
    Database database;

    @Inject
    DuplicateRulesSql rules;

    @Inject
    PairKeeper pairs;

    @Inject
    Event<CustomerKeysChanged> keysChanged;

    /**
     * Of some rows that have their verdicts: refuses those that bring what is another's, and notes those that bring what
     * is asked about elsewhere; these are written, and counted.
     */
    void compareWithDatabase(ImportRun run, RowRange rows) {
        refuse(run, rows, "DUP_IN_DB", IN_DATABASE);
        note(run, rows, IN_DATABASE);
    }

    /** The same of what the rows of the file bring twice, when all are compared with the database. */
    void compareWithinFile(ImportRun run) {
        DuplicateRules now = rules.read();
        Set<IdentityKey.Kind> kinds = EnumSet.noneOf(IdentityKey.Kind.class);
        kinds.addAll(now.blocked(DuplicateSource.IMPORT));
        kinds.addAll(now.asked(DuplicateSource.IMPORT));
        database.update(CustomerMatchSql.IN_MEMORY);
        database.update(NamedSql.of(TWICE, "run", run.id(), "kinds", names(kinds)));
        database.update(SqlFragment.of("analyze import_twice"));
        refuse(run, RowRange.ALL, "DUP_IN_FILE", IN_FILE);
        note(run, RowRange.ALL, SHARED_IN_FILE);
    }

    /** Refuses rows of a step whose keys somebody took since. */
    void refuseStale(ImportRun run, int after, int upTo) {
        refuse(run, new RowRange(after, upTo), "STALE", IN_DATABASE);
    }

    private void refuse(ImportRun run, RowRange rows, String code, String found) {
        Set<IdentityKey.Kind> kinds = rules.read().blocked(DuplicateSource.IMPORT);
        if (!kinds.isEmpty()) {
            database.update(
                    NamedSql.of(REFUSE, "run", run.id(), "code", code, "found", among(found, run, rows, kinds)));
        }
    }

    private void note(ImportRun run, RowRange rows, String found) {
        Set<IdentityKey.Kind> kinds = rules.read().asked(DuplicateSource.IMPORT);
        if (!kinds.isEmpty()) {
            database.update(NamedSql.of(NOTE, "run", run.id(), "found", among(found, run, rows, kinds)));
        }
    }

    private static SqlFragment among(String found, ImportRun run, RowRange rows, Set<IdentityKey.Kind> kinds) {
        return NamedSql.of(found, "run", run.id(), "after", rows.after(), "upTo", rows.upTo(), "kinds", names(kinds));
    }

    private static List<String> names(Set<IdentityKey.Kind> kinds) {
        return kinds.stream().map(Enum::name).toList();
    }

    /** Finds the pairs of what a step has written, as far as it is there. */
    void pair(ImportRun run, int after, int upTo) {
        keysChanged.fire(new CustomerKeysChanged(written(run, after, upTo)));
    }

    /** Before customers go: whoever made a pair with them is left without. */
    void forget(ImportRun run, int after, int upTo) {
        pairs.forget(written(run, after, upTo));
    }

    private List<Long> written(ImportRun run, int after, int upTo) {
        return database.list(
                NamedSql.of(
                        WRITTEN, "run", run.id(), "after", after, "upTo", upTo, "fields", CustomerKeysChanged.fields()),
                row -> row.getLong(1));
    }
}
