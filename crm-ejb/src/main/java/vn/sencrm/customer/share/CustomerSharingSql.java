package vn.sencrm.customer.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** The shares of one customer, by the unique index that begins with the customer. */
@ApplicationScoped
class CustomerSharingSql {

    private static final String SHARES =
            """
            select s.id, u.username, coalesce(u.full_name, t.name) as name, s.can_edit
            from customer_share s left join app_user u on u.id = s.user_id left join team t on t.id = s.team_id
            where s.customer_id = ?
            """;

    @Inject
    Database database;

    List<CustomerShare> shares(long customer) {
        return database.list(
                SqlFragment.of(SHARES + "order by s.user_id is null, u.full_name_fold, t.name", customer),
                CustomerSharingSql::share);
    }

    Optional<CustomerShare> find(long customer, long share) {
        return database.first(SqlFragment.of(SHARES + "and s.id = ?", customer, share), CustomerSharingSql::share);
    }

    Optional<CustomerShare> find(long customer, ShareTarget.Kind kind, long target) {
        return database.first(
                SqlFragment.of(SHARES + "and s." + column(kind) + " = ?", customer, target), CustomerSharingSql::share);
    }

    List<ShareTarget> targets() {
        return database.list(
                SqlFragment.of(
                        """
                        select 'USER' as kind, username as code, full_name as name, full_name_fold as place
                        from app_user where active
                        union all select 'TEAM', name, name, lower(name) from team where not archived
                        order by kind desc, place
                        """),
                row -> new ShareTarget(
                        ShareTarget.Kind.valueOf(row.getString("kind")), row.getString("code"), row.getString("name")));
    }

    Optional<Long> target(ShareTarget.Kind kind, String name) {
        String byName = kind == ShareTarget.Kind.USER
                ? "select id from app_user where lower(username) = lower(?) and active"
                : "select id from team where lower(name) = lower(?) and not archived";
        return database.first(SqlFragment.of(byName, name.strip()), row -> row.getLong(1));
    }

    /** Two who share at once leave one share, with the level of the later. */
    void put(long customer, ShareTarget.Kind kind, long target, boolean canEdit) {
        database.update(SqlFragment.of(
                "insert into customer_share (id, customer_id, " + column(kind)
                        + ", can_edit) values (nextval('customer_share_seq'), ?, ?, ?)"
                        + " on conflict (customer_id, user_id, team_id) do update set can_edit = excluded.can_edit",
                customer,
                target,
                canEdit));
    }

    void delete(long share) {
        database.update(SqlFragment.of("delete from customer_share where id = ?", share));
    }

    int version(long customer) {
        return database.first(
                        SqlFragment.of("select version from customer where id = ?", customer), row -> row.getInt(1))
                .orElseThrow();
    }

    private static String column(ShareTarget.Kind kind) {
        return kind == ShareTarget.Kind.USER ? "user_id" : "team_id";
    }

    private static CustomerShare share(ResultSet row) throws SQLException {
        return new CustomerShare(
                row.getLong("id"), row.getString("username"), row.getString("name"), row.getBoolean("can_edit"));
    }
}
