package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerField;

/**
 * Turns verdicts into customers, keys, places, tags and audit entries: a fixed number of statements per step, whatever
 * the number of rows. What a step writes is gathered once, by primary keys, in a temporary table that ends with it.
 */
@ApplicationScoped
class CustomerApplySql {

    /** The changes of this step with what is to be written: the row's own document, or the union it leads. */
    private static final String CHANGES =
            """
            create temporary table import_now on commit drop as
            select h.row_no, h.customer_id, h.created, h.code, h.before, v.customer_version,
                   coalesce(v.doc, r.doc) as doc, coalesce(v.name_fold, r.name_fold) as name_fold,
                   coalesce(v.key_kinds, r.key_kinds) as key_kinds, coalesce(v.key_values, r.key_values) as key_values
            from import_change h
            join import_row r on r.run_id = h.run_id and r.row_no = h.row_no
            join import_verdict v on v.run_id = h.run_id and v.row_no = h.row_no
            where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo
            order by h.row_no
            """;

    /**
     * GIN indexes gather what is new in a list and sort it in when the list is full: once for a step instead of some
     * three times, which is a quarter of what it takes to insert customers.
     */
    private static final String GATHER_WORDS = "set local gin_pending_list_limit = '64MB'";

    /** Not left to who searches next, who would read the list from its beginning. */
    private static final String SORT_WORDS_IN =
            """
            select gin_clean_pending_list(x.indexrelid)
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_am a on a.oid = i.relam
            where x.indrelid = 'customer'::regclass and a.amname = 'gin'
            """;

    @Inject
    Database database;

    @Inject
    CustomerCreateSql creating;

    @Inject
    CustomerUpdateSql updating;

    @Inject
    CustomerRelationsSql relations;

    @Inject
    ImportDealingSql dealing;

    @Inject
    ImportAccountsSql accounts;

    @Inject
    Clock clock;

    /** Once per run, before its steps. */
    void prepare(ImportRun run, long user) {
        if (givesTags(run)) {
            relations.prepareTags(run.id(), user);
        }
        creating.prepareCodes(run.id());
    }

    /** One step; rows that somebody was quicker with are refused as stale. */
    void apply(ImportRun run, int after, int upTo, long user, ImportOptions defaults) {
        CustomerStepSql step = new CustomerStepSql(database, run, after, upTo, user, clock.instant(), defaults);
        boolean updates = step.has(ImportVerdict.UPDATE);
        boolean creations = step.has(ImportVerdict.CREATE);
        if (!updates && !creations) {
            return;
        }
        boolean dealt = creations && (run.imports("team") || run.options().team() != null);
        boolean named = run.imports(CustomerField.ACCOUNT.jsonName());
        if (dealt) {
            dealing.lockTurns(step);
        }
        if (named) {
            accounts.hold(step);
        }
        if (updates) {
            updating.noteBefore(step);
        }
        if (creations) {
            creating.reserveFresh(step);
        }
        database.update(SqlFragment.of(GATHER_WORDS));
        step.run(CHANGES);
        if (named) {
            accounts.lead();
        }
        if (dealt) {
            dealing.dealOut();
        }
        write(step, updates, creations);
        database.list(SqlFragment.of(SORT_WORDS_IN), row -> row.getLong(1));
    }

    private void write(CustomerStepSql step, boolean updates, boolean creations) {
        if (updates) {
            updating.update(step);
        }
        if (creations) {
            creating.create(step);
        }
        if (givesTags(step.run())) {
            relations.writeTags(step);
        }
        writeAudit(step);
    }

    private static boolean givesTags(ImportRun run) {
        return run.imports("tags") || !run.options().tags().isEmpty();
    }

    private static void writeAudit(CustomerStepSql step) {
        step.run(
                """
                insert into audit_entry
                    (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select :now, :user, 'IMPORT', :run, 'customer', h.customer_id,
                       case when h.created then 1 else h.customer_version + 1 end,
                       case when h.created then 'CREATE' else 'UPDATE' end, h.before,
                       case when h.created
                            then h.doc || jsonb_build_object('code', h.code,
                                'kind', coalesce(h.doc ->> 'kind', :kind), 'stage', coalesce(h.doc ->> 'stage', :stage),
                                'owner', coalesce(h.doc -> 'owner', to_jsonb(:user::bigint)))
                            else (select jsonb_object_agg(k.name, h.doc -> k.name)
                                  from jsonb_object_keys(h.before) as k (name)) end
                from import_now h
                """);
    }
}
