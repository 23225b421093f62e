package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.catalogue.Catalogue;
import vn.sencrm.catalogue.CatalogueField;
import vn.sencrm.catalogue.CatalogueInput;
import vn.sencrm.catalogue.CatalogueService;
import vn.sencrm.catalogue.Colour;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/**
 * Decides and applies staged rows of one catalogue's entries, in sets. Names of tables and columns come from the
 * catalogue's description, which is code.
 */
@ApplicationScoped
class CatalogueImportSql {

    private static final List<String> COMMON =
            List.of(CatalogueInput.CODE, CatalogueInput.NAME_VI, CatalogueInput.NAME_EN, CatalogueInput.COLOUR);

    private static final String DECIDE =
            """
            insert into import_verdict (run_id, row_no, verdict, error_code, error_field, record_id, record_version)
            select r.run_id, r.row_no,
                   case when j.refusal is not null then 'REFUSE'
                        when e.id is null then 'CREATE'
                        when :skip then 'SKIP'
                        when to_jsonb(e) || :change = to_jsonb(e) then 'UNCHANGED'
                        else 'UPDATE' end,
                   j.refusal, coalesce(r.error_field, case j.refusal when 'DUP_IN_FILE' then 'code' else 'nameVi' end),
                   e.id, e.version
            from (select i.*, row_number() over (partition by upper(i.code), i.error_code is null order by i.row_no) nth,
                         count(*) filter (where i.error_code is null and not i.is_known) over (order by i.row_no) as fresh
                  from (select s.run_id, s.row_no, s.code, s.doc, s.error_code, s.error_field,
                               exists (select from :table k where upper(k.code) = upper(s.code)) as is_known
                        from import_row s where s.run_id = :run) i) r
            left join :table e on upper(e.code) = upper(r.code)
            cross join lateral (select case
                when r.error_code is not null then r.error_code
                when r.nth > 1 then 'DUP_IN_FILE'
                when e.id is null and r.doc -> 'name_vi' is null then 'REQUIRED'
                when e.id is null and r.fresh + (select count(*) from :table) > :most then 'TOO_MANY'
                end as refusal) j
            """;

    /** The code finds the entry and is never a change of it. */
    private static final String CHANGE = "(r.doc - 'code')";

    private static final String INSERT =
            """
            with fresh as (
                select v.record_id, r.row_no, r.code, p.* from import_verdict v join import_row r using (run_id, row_no)
                cross join lateral (select :fields from jsonb_populate_record(:nothing, :defaults::jsonb || r.doc) p) p
                where v.run_id = :run and v.verdict = 'CREATE' and v.row_no > :after and v.row_no <= :upTo),
            added as (
                insert into :table (id, position, code, name_vi, name_en, colour:own_columns)
                select record_id,
                       (select coalesce(max(position), 0) from :table) + row_number() over (order by row_no),
                       code, name_vi, coalesce(name_en, name_vi), colour:own_columns
                from fresh order by row_no
                on conflict do nothing
                returning *)
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :at, :actor, 'IMPORT', :run, :entity, a.id, 1, 'CREATE', null,
                   (select jsonb_object_agg(n.field, to_jsonb(a) -> n.name) from :names)
            from added a
            """;

    private static final String UPDATE =
            """
            with changed as (
                select e.id, to_jsonb(e) as old, r.doc - 'code' as doc
                from import_verdict v join import_row r using (run_id, row_no) join :table e on e.id = v.record_id
                where v.run_id = :run and v.verdict = 'UPDATE' and v.row_no > :after and v.row_no <= :upTo),
            done as (
                update :table e set (name_vi, name_en, colour:own_columns) = (
                    select p.name_vi, p.name_en, p.colour:own_of_p from jsonb_populate_record(e, c.doc) p),
                    version = e.version + 1
                from changed c where c.id = e.id returning e.id, e.version, c.old, c.doc)
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :at, :actor, 'IMPORT', :run, :entity, d.id, d.version, 'UPDATE',
                   (select jsonb_object_agg(n.field, d.old -> n.name) from :names where jsonb_exists(d.doc, n.name)),
                   (select jsonb_object_agg(n.field, d.doc -> n.name) from :names where jsonb_exists(d.doc, n.name))
            from done d
            """;

    /** Changes do not tell the code: it is what the next change of it says that it was, else what it still is. */
    private static final String CODE_THEN =
            """
            upper(coalesce(
                a.after ->> 'code',
                (select l.before ->> 'code' from audit_entry l
                 where l.entity = a.entity and l.entity_id = a.entity_id and l.at > a.at and jsonb_exists(l.before, 'code')
                 order by l.at limit 1),
                e.code))
            """;

    private static final String RESTORE =
            """
            update :table e set (name_vi, name_en, colour:own_columns) = (
                select p.name_vi, p.name_en, p.colour:own_of_p
                from jsonb_populate_record(e, (
                    select jsonb_object_agg(n.name, b.before -> n.field) from :names
                    where jsonb_exists(b.before, n.field))) p),
                version = e.version + 1
            from import_undo_now b where not b.created and e.id = b.record_id
            """;

    @Inject
    Database database;

    @Inject
    RecordStepSql steps;

    @Inject
    Clock clock;

    void decide(ImportRun run, Catalogue catalogue) {
        boolean skip = run.options().onMatch() == ImportOptions.OnMatch.SKIP;
        database.update(NamedSql.of(
                DECIDE,
                "run",
                run.id(),
                "skip",
                skip,
                "most",
                CatalogueService.MOST,
                "change",
                SqlFragment.of(CHANGE),
                "table",
                SqlFragment.of(catalogue.table())));
    }

    void prepare(long run) {
        steps.giveIds(run, "catalogue_seq");
    }

    void apply(long run, long actor, Catalogue catalogue, RowRange rows) {
        apply(INSERT, run, actor, catalogue, rows);
        steps.refuseStale(run, catalogue.table(), CatalogueInput.CODE, rows);
        apply(UPDATE, run, actor, catalogue, rows);
    }

    private void apply(String statement, long run, long actor, Catalogue catalogue, RowRange rows) {
        database.update(NamedSql.of(
                statement,
                "run",
                run,
                "after",
                rows.after(),
                "upTo",
                rows.upTo(),
                "at",
                clock.instant(),
                "actor",
                actor,
                "entity",
                catalogue.table(),
                "table",
                SqlFragment.of(catalogue.table()),
                "nothing",
                SqlFragment.of("null::" + catalogue.table()),
                "defaults",
                defaults(catalogue),
                "names",
                SqlFragment.of(names(catalogue)),
                "fields",
                SqlFragment.of(columns(catalogue)),
                "own_columns",
                SqlFragment.of(own(catalogue, ", ")),
                "own_of_p",
                SqlFragment.of(own(catalogue, ", p."))));
    }

    static UndoneRecords undone(Catalogue catalogue) {
        return new UndoneRecords(
                catalogue.table(),
                CODE_THEN,
                "upper(r.code)",
                "coalesce(r.doc ->> 'name_vi', e.name_vi)",
                Set.of(),
                SqlFragment.FALSE,
                List.of(NamedSql.of(
                        RESTORE,
                        "table",
                        SqlFragment.of(catalogue.table()),
                        "names",
                        SqlFragment.of(names(catalogue)),
                        "own_columns",
                        SqlFragment.of(own(catalogue, ", ")),
                        "own_of_p",
                        SqlFragment.of(own(catalogue, ", p.")))));
    }

    /** A catalogue's own fields but for filters, which nobody types into a sheet. */
    static Stream<CatalogueField> fieldsInCells(Catalogue catalogue) {
        return catalogue.fields().stream().filter(field -> !field.isFilter());
    }

    private static Stream<String> fields(Catalogue catalogue) {
        return Stream.concat(COMMON.stream(), fieldsInCells(catalogue).map(CatalogueField::name));
    }

    private static String columns(Catalogue catalogue) {
        return fields(catalogue)
                .filter(field -> !field.equals(CatalogueInput.CODE))
                .map(field -> "p." + catalogue.column(field))
                .collect(Collectors.joining(", "));
    }

    /** The fields as the audit calls them, beside their columns. */
    private static String names(Catalogue catalogue) {
        return fields(catalogue)
                .map(field -> "('" + field + "', '" + catalogue.column(field) + "')")
                .collect(Collectors.joining(", ", "(values ", ") as n (field, name)"));
    }

    private static String own(Catalogue catalogue, String before) {
        return fieldsInCells(catalogue).map(field -> before + field.column()).collect(Collectors.joining());
    }

    /** What a new entry has that its row does not say. */
    private static String defaults(Catalogue catalogue) {
        JsonObjectBuilder defaults = JSON.createObjectBuilder().add("colour", Colour.GREY.code());
        fieldsInCells(catalogue).forEach(field -> {
            if (field.absent() instanceof BigDecimal number) {
                defaults.add(field.column(), number);
            } else {
                defaults.add(field.column(), field.absent().toString());
            }
        });
        return defaults.build().toString();
    }
}
