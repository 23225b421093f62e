package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import vn.sencrm.assignment.Dealer;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/** Deals out the new customers of a step whose rows name a team with a rule and no owner. */
@ApplicationScoped
class ImportDealingSql {

    @Inject
    Database database;

    @Inject
    Dealer dealer;

    /** Before anything else is locked. */
    void lockTurns(CustomerStepSql step) {
        dealer.lockTurns(teams(step));
    }

    /** The teams with a rule of rows that name no owner, before anything else is locked. */
    private List<Long> teams(CustomerStepSql step) {
        return database.list(
                step.named(
                        """
                        select distinct t.id
                        from import_verdict v
                        join import_row r using (run_id, row_no)
                        cross join lateral (select coalesce(v.doc, r.doc) as doc) d
                        join team t on t.id = (d.doc ->> 'team')::bigint and t.mode <> 'NONE' and not t.archived
                        where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'CREATE'
                        and v.leader is null and d.doc ->> 'owner' is null
                        order by t.id
                        """),
                row -> row.getLong(1));
    }

    /** Gives the new customers of those teams their owners, in the order of the rows; none to those that must wait. */
    void dealOut() {
        Map<Long, Integer> waiting = new LinkedHashMap<>();
        database.list(
                SqlFragment.of(
                        """
                        select t.id, count(*) as customers
                        from import_now h
                        join team t on t.id = (h.doc ->> 'team')::bigint and t.mode <> 'NONE' and not t.archived
                        where h.created and h.doc ->> 'owner' is null group by t.id order by t.id
                        """),
                row -> waiting.put(row.getLong("id"), row.getInt("customers")));
        waiting.forEach((team, customers) ->
                putOwners(team, dealer.deal(team, customers).owners()));
    }

    private void putOwners(long team, long[] owners) {
        database.update(NamedSql.of(
                """
                update import_now h set doc = h.doc || jsonb_build_object('owner', nullif(o.owner_id, 0))
                from (select row_no, row_number() over (order by row_no) as place from import_now
                      where created and (doc ->> 'team')::bigint = :team and doc ->> 'owner' is null) as n
                join unnest(:owners::bigint[]) with ordinality as o (owner_id, place) using (place)
                where h.row_no = n.row_no
                """,
                "team",
                team,
                "owners",
                LongStream.of(owners).boxed().toList()));
    }
}
