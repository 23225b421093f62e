package vn.sencrm.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.TextSql;
import vn.sencrm.customer.DynamicGroups;

/** Reads and writes {@code customer_group}: some hundred rows. Members are counted by their key alone, in lists not far. */
@ApplicationScoped
class GroupSql implements DynamicGroups {

    /** Further than this the members of a group in a list are not counted. */
    private static final int COUNTED = 10_000;

    private static final String GROUPS =
            """
            select g.id, g.version, g.name, g.description, g.filter, u.full_name as created_by, g.created_at,
                   g.updated_at, g.name_fold,
                   (select count(*) from (select from group_member m where m.group_id = g.id :limit) n) as members
            from customer_group g join app_user u on u.id = g.created_by
            where\s""";

    @Inject
    Database database;

    /** By name, beyond a group; what is not asked for is blank. */
    List<CustomerGroup> page(String name, String description, Cursor after, int limit) {
        SqlFragment beyond = after == null
                ? SqlFragment.TRUE
                : SqlFragment.of("(g.name_fold, g.id) > (?, ?)", TextFold.fold(after.textAt(0)), after.longAt(1));
        return read(matching(name, description)
                .and(beyond)
                .then(SqlFragment.of(" order by g.name_fold, g.id limit ?", limit)));
    }

    long count(String name, String description) {
        SqlFragment query =
                SqlFragment.of("select count(*) from customer_group g where ").then(matching(name, description));
        return database.first(query, row -> row.getLong(1)).orElseThrow();
    }

    private static SqlFragment matching(String name, String description) {
        return contains("g.name_fold", name).and(contains("g.description_fold", description));
    }

    private static SqlFragment contains(String column, String text) {
        return text == null || text.isBlank() ? SqlFragment.TRUE : TextSql.contains(SqlFragment.of(column), text);
    }

    Optional<CustomerGroup> find(long id) {
        return read(SqlFragment.of("g.id = ?", id), false).stream().findFirst();
    }

    Optional<CustomerGroup> named(String name) {
        return read(SqlFragment.of("g.name_fold = ?", TextFold.fold(name))).stream()
                .findFirst();
    }

    /** The static groups, by name. */
    List<String> staticNames(int limit) {
        return database.list(
                SqlFragment.of(
                        "select name from customer_group where filter is null order by name_fold limit ?", limit),
                row -> row.getString(1));
    }

    /** Groups with members of their own, by name. */
    List<CustomerGroup> staticGroups(int limit) {
        return read(SqlFragment.of("g.filter is null order by g.name_fold limit ?", limit));
    }

    /** The groups that a customer was put into, by name. */
    List<CustomerGroup> ofCustomer(long customer) {
        return read(SqlFragment.of(
                "g.id in (select m.group_id from group_member m where m.customer_id = ?) order by g.name_fold, g.id",
                customer));
    }

    @Override
    public List<String> filters(Collection<String> names) {
        List<String> folded = names.stream().map(TextFold::fold).toList();
        return database.list(
                SqlFragment.of(
                        "select filter from customer_group where name_fold = any(?) and filter is not null", folded),
                row -> row.getString(1));
    }

    private List<CustomerGroup> read(SqlFragment where) {
        return read(where, true);
    }

    private List<CustomerGroup> read(SqlFragment where, boolean inList) {
        SqlFragment limit = SqlFragment.of(inList ? "limit " + (COUNTED + 1) : "");
        return database.list(NamedSql.of(GROUPS, "limit", limit).then(where), row -> group(row, inList));
    }

    private static CustomerGroup group(ResultSet row, boolean inList) throws SQLException {
        long members = row.getLong("members");
        boolean counted = !inList || members <= COUNTED;
        return new CustomerGroup(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("description"),
                row.getString("filter"),
                counted ? members : COUNTED,
                counted,
                row.getString("created_by"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"));
    }

    boolean isNameTaken(String name, long exceptId) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from customer_group where name_fold = ? and id <> ?",
                                TextFold.fold(name),
                                exceptId),
                        row -> 1)
                .isPresent();
    }

    long insert(CheckedGroup group, long userId, Instant now) {
        return database.first(
                        NamedSql.of(
                                """
                                insert into customer_group (id, name, name_fold, description, description_fold, filter,
                                                            created_by, created_at, updated_at)
                                values (nextval('customer_group_seq'), :name, :nameFold, :description, :descriptionFold,
                                        :filter, :user, :now, :now)
                                returning id
                                """,
                                "name",
                                group.name(),
                                "nameFold",
                                TextFold.fold(group.name()),
                                "description",
                                group.description(),
                                "descriptionFold",
                                TextFold.fold(group.description()),
                                "filter",
                                orNull(group.filter()),
                                "user",
                                userId,
                                "now",
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** False when somebody changed it since the version that was read. */
    boolean update(long id, int version, CheckedGroup group, Instant now) {
        return database.update(NamedSql.of(
                        """
                        update customer_group
                        set version = version + 1, name = :name, name_fold = :nameFold, description = :description,
                            description_fold = :descriptionFold, filter = :filter, updated_at = :now
                        where id = :id and version = :version
                        """,
                        "name",
                        group.name(),
                        "nameFold",
                        TextFold.fold(group.name()),
                        "description",
                        group.description(),
                        "descriptionFold",
                        TextFold.fold(group.description()),
                        "filter",
                        orNull(group.filter()),
                        "now",
                        now,
                        "id",
                        id,
                        "version",
                        version))
                > 0;
    }

    private static Object orNull(String text) {
        return text == null ? Database.Null.TEXT : text;
    }

    void delete(long id) {
        database.update(SqlFragment.of("delete from customer_group where id = ?", id));
    }
}
