package vn.sencrm.duplicate.nightly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.duplicate.GroupSql;
import vn.sencrm.duplicate.PairGroups;

/** Works out the groups of all pairs and writes those that are others than before; saving waits for it, a second or two. */
@ApplicationScoped
class GroupsAnewSql {

    private static final String COPY = "copy duplicate_grouped (customer_id, group_id, strength) from stdin";

    @Inject
    Database database;

    @Inject
    GroupSql groups;

    @Inject
    FoundSql found;

    /** Tells how many members came, went or moved. */
    int write() {
        groups.lock();
        found.copy(COPY, rows(read()));
        database.update(SqlFragment.of("analyze duplicate_grouped"));
        int left = database.update(
                SqlFragment.of(
                        """
                delete from duplicate_member m
                where not exists (select from duplicate_grouped g where g.customer_id = m.customer_id)
                """));
        return left
                + database.update(
                        SqlFragment.of(
                                """
                        insert into duplicate_member (customer_id, group_id, strength)
                        select g.customer_id, g.group_id, g.strength
                        from duplicate_grouped g left join duplicate_member m on m.customer_id = g.customer_id
                        where (m.group_id, m.strength) is distinct from (g.group_id, g.strength)
                        order by g.customer_id
                        on conflict (customer_id)
                        do update set group_id = excluded.group_id, strength = excluded.strength
                        """));
    }

    private PairGroups read() {
        PairGroups all = new PairGroups();
        database.with(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select low_id, high_id, strength from duplicate_pair")) {
                while (rows.next()) {
                    all.add(rows.getLong(1), rows.getLong(2), rows.getShort(3));
                }
                return true;
            }
        });
        return all;
    }

    private static byte[] rows(PairGroups all) {
        StringBuilder text = new StringBuilder();
        for (long member : all.members()) {
            long group = all.group(member);
            text.append(member).append('\t').append(group).append('\t').append(all.strength(group));
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
