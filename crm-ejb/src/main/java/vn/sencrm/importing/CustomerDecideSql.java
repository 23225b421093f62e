package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/**
 * Finds the verdicts of some staged customer rows in one statement, without changing a business table. What they must
 * know of the file's other rows {@link CustomerMatchSql} has laid ready.
 */
@ApplicationScoped
class CustomerDecideSql {

    /**
     * Of rows that match each other, the first with a name makes a new customer; the others skip or change it. By indexes
     * alone: right after a COPY the planner knows nothing of the staged rows, and a join of two guesses would loop.
     */
    private static final String DECIDE =
            """
            insert into import_verdict
                (run_id, row_no, verdict, error_code, error_field, customer_id, customer_version, doc)
            select r.run_id, r.row_no, v.verdict,
                   coalesce(r.error_code, case j.refusal when 'RESERVED' then 'DUP_IN_DB' else j.refusal end),
                   coalesce(r.error_field, j.lacking, case when j.refusal = 'REQUIRED' then 'name'
                                                           when j.refusal like 'UNKNOWN%' then q.field
                                                           when j.refusal is not null then 'code' end),
                   c.id, c.version, case when :fill and c.id is not null and v.verdict = 'UPDATE'
                                         then r.doc - array(select k.name from jsonb_object_keys(r.doc) as k (name)
                                                            where customer_field(c, k.name, :user) is not null)
                                         when :clear and v.verdict = 'CREATE' then jsonb_strip_nulls(r.doc) end
            from (:staged) r
            left join customer c on :found
            cross join lateral (select case
                when r.error_code is null and c.id is null and r.row_no = r.first_named then r.lacking end as lacking) as n
            -- What is out of use stays with those that have it.
            cross join lateral (select case when r.retired is not null and not (c.id is not null and :skip) then (
                select k.field from jsonb_each_text(r.retired) as k (field, said)
                where c.id is null or case when :fill then customer_field(c, k.field, :user) is null
                                           else customer_field(c, k.field, :user) is distinct from r.doc -> k.field end
                limit 1) end as field) as q
            cross join lateral (select n.lacking, case
                when r.error_code is not null then r.error_code
                when n.lacking is not null then 'REQUIRED'
                when c.id is null and not r.named
                     and (r.first_named is null or r.row_no < r.first_named) then 'REQUIRED'
                -- A deleted customer's code stays taken, and nobody sees the customer to change it.
                when c.state <> 'ACTIVE' then 'RESERVED'
                when c.id is not null and not :skip and not (:mayEdit and :access) then 'NO_RIGHT'
                when q.field is not null then case q.field when 'owner' then 'UNKNOWN_OWNER' else 'UNKNOWN_OPTION' end
                end as refusal) as j
            cross join lateral (select case
                when j.refusal is not null then 'REFUSE'
                when c.id is null and r.row_no = r.first_named then 'CREATE'
                when :skip then 'SKIP'
                when c.id is null then 'UPDATE'
                when not exists (
                    select from jsonb_each(r.doc) as k (name, value)
                    where case when :fill then customer_field(c, k.name, :user) is null
                               else customer_field(c, k.name, :user) is distinct from nullif(k.value, 'null') end)
                    then 'UNCHANGED'
                else 'UPDATE' end as verdict) as v
            """;

    /** The rows of a step {@code r}, each with the customer or the code that it speaks of. */
    private static final String STAGED =
            """
            select w.run_id, w.row_no, coalesce(w.error_code, m.refusal) as error_code,
                   coalesce(w.error_field, m.field) as error_field, w.named, :match as match,
                   case when m.row_no is not null then m.first_named when w.named then w.row_no end as first_named,
                   case when not :skip then w.doc end as doc, w.retired, :lacking as lacking
            from (select *, doc -> 'name' is not null as named from import_row
                  where run_id = :run and row_no > :after and row_no <= :upTo) w
            left join import_match m on m.run_id = w.run_id and m.row_no = w.row_no
            """;

    private static final String BY_CODE = "case when w.error_code is null then coalesce(a.master, upper(w.code)) end";

    private static final String BY_KEY = "case when m.refusal is null then m.customer_id end";

    /** The first field that a new customer of the row's kind must have and the row lacks. */
    private static final String LACKING =
            """
            (select k.name from jsonb_array_elements_text(?::jsonb -> coalesce(w.doc ->> 'kind', ?)) as k (name)
             where w.doc -> k.name is null limit 1)
            """;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /**
     * @param kind the kind that a new customer is unless its row says otherwise
     * @param required the fields that a new customer of each kind must have, as a JSON object of arrays; null for none
     */
    void decide(ImportRun run, Account user, boolean mayEdit, RowRange rows, String kind, String required) {
        ImportOptions options = run.options();
        boolean byCode = options.key() == ImportOptions.Key.CODE;
        Object[] values = {
            "run",
            run.id(),
            "after",
            rows.after(),
            "upTo",
            rows.upTo(),
            "skip",
            options.onMatch() == ImportOptions.OnMatch.SKIP,
            "fill",
            options.onMatch() == ImportOptions.OnMatch.FILL_EMPTY,
            "clear",
            options.clears(),
            "match",
            SqlFragment.of(byCode ? BY_CODE : BY_KEY),
            "found",
            SqlFragment.of(byCode ? "upper(c.code) = r.match" : "c.id = r.match"),
            "lacking",
            required == null ? SqlFragment.of("null::text") : SqlFragment.of(LACKING, required, kind),
            "mayEdit",
            mayEdit,
            "access",
            access.editable(user),
            "user",
            user.id()
        };
        String staged = byCode ? STAGED + CustomerMatchSql.ALIASED : STAGED;
        database.update(NamedSql.of(DECIDE.replace(":staged", staged), values));
    }
}
