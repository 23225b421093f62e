package vn.sencrm.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads queues, loads and the log of dealings, and clears the log of what is old. */
@ApplicationScoped
class TeamLoadSql {

    @Inject
    Database database;

    /** By the index of queues, which is as small as they are. */
    Map<Long, Integer> queues() {
        Map<Long, Integer> queues = new HashMap<>();
        database.list(
                SqlFragment.of(
                        """
                        select c.team_id, count(*) as queued
                        from customer c join team t on t.id = c.team_id
                        where c.state = 'ACTIVE' and c.owner_id is null and c.team_id is not null and t.mode <> 'NONE'
                        group by c.team_id
                        """),
                row -> queues.put(row.getLong("team_id"), row.getInt("queued")));
        return queues;
    }

    /** Each member's open customers, by the index of owners. */
    List<TeamLoad.Load> loads(long teamId) {
        return database.list(
                SqlFragment.of(
                        """
                        select u.username, (
                            select count(*) from customer c
                            where c.owner_id = m.user_id and c.state = 'ACTIVE' and c.stage in ('RAW', 'LEAD')) as open
                        from team_member m join app_user u on u.id = m.user_id
                        where m.team_id = ? order by m.position, m.user_id
                        """,
                        teamId),
                row -> new TeamLoad.Load(row.getString("username"), row.getInt("open")));
    }

    List<TeamLoad.Deal> deals(long teamId, int limit) {
        Map<Long, TeamLoad.Deal> deals = new LinkedHashMap<>();
        database.list(
                SqlFragment.of(
                        """
                        select d.id, d.at, d.customers, d.queued, u.full_name, m.given, m.passed_over
                        from (select id, at, customers, queued from team_deal where team_id = ? order by at desc, id desc limit ?) as d
                        join team_deal_member m on m.deal_id = d.id
                        join app_user u on u.id = m.user_id
                        order by d.at desc, d.id desc, m.given desc, u.full_name
                        """,
                        teamId,
                        limit),
                row -> {
                    deals.putIfAbsent(row.getLong("id"), deal(row));
                    return deals.get(row.getLong("id")).parts().add(part(row));
                });
        return List.copyOf(deals.values());
    }

    private static TeamLoad.Deal deal(ResultSet row) throws SQLException {
        return new TeamLoad.Deal(
                Database.instant(row, "at"), row.getInt("customers"), row.getInt("queued"), new ArrayList<>());
    }

    private static TeamLoad.Part part(ResultSet row) throws SQLException {
        String reason = row.getString("passed_over");
        return new TeamLoad.Part(
                row.getString("full_name"), row.getInt("given"), reason == null ? null : PassedOver.valueOf(reason));
    }

    int deleteDeals(Instant before, int atMost) {
        return database.update(SqlFragment.of(
                "delete from team_deal where id in (select id from team_deal where at < ? limit ?)", before, atMost));
    }
}
