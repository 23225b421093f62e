package vn.sencrm.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads and writes {@code server_member}, a row for each start of a server. */
@ApplicationScoped
class MemberSql {

    @Inject
    Database database;

    void tell(String node, String name, String address, Instant startedAt, Instant now) {
        database.update(SqlFragment.of(
                """
                insert into server_member (node, name, address, version, started_at, seen_at) values (?, ?, ?, ?, ?, ?)
                on conflict (node) do update set seen_at = excluded.seen_at
                """,
                node,
                name,
                address,
                Version.number(),
                startedAt,
                now));
    }

    void forget(Instant seenBefore) {
        database.update(SqlFragment.of("delete from server_member where seen_at < ?", seenBefore));
    }

    /** @param here the node that asks */
    List<Member> seenAfter(Instant moment, String here) {
        return database.list(
                SqlFragment.of(
                        """
                        select node, name, address, version, started_at, seen_at from server_member
                        where seen_at > ? order by name, started_at
                        """,
                        moment),
                row -> new Member(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("version"),
                        Database.instant(row, "started_at"),
                        Database.instant(row, "seen_at"),
                        row.getString("node").equals(here)));
    }
}
