package vn.sencrm.customer.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Routes and to whom they are given: tables of some hundred rows. */
@ApplicationScoped
class RouteSql {

    private static final String ROUTES =
            """
            select r.id, r.version, r.code, r.name, r.notes, r.archived, s.usernames, s.names,
                   (select count(*) from route_customer rc join customer c on c.id = rc.customer_id
                    where rc.route_id = r.id and c.state = 'ACTIVE') as customers
            from route r cross join lateral (
                select coalesce(array_agg(u.username order by u.full_name_fold, u.id), '{}') as usernames,
                       coalesce(array_agg(u.full_name order by u.full_name_fold, u.id), '{}') as names
                from route_staff rs join app_user u on u.id = rs.user_id where rs.route_id = r.id) s
            where\s""";

    @Inject
    Database database;

    List<Route> routes(Account user, boolean archived) {
        return read(SqlFragment.of("r.archived = ? and ", archived).then(visible(user)));
    }

    Optional<Route> find(Account user, long id) {
        return read(SqlFragment.of("r.id = ? and ", id).then(visible(user))).stream()
                .findFirst();
    }

    List<Route> ofCustomer(Account user, long customer) {
        return read(SqlFragment.of(
                        "not r.archived and r.id in (select route_id from route_customer where customer_id = ?) and ",
                        customer)
                .then(visible(user)));
    }

    private List<Route> read(SqlFragment where) {
        return database.list(SqlFragment.of(ROUTES).then(where).then(" order by r.name_fold, r.id"), RouteSql::route);
    }

    private static SqlFragment visible(Account user) {
        return user.may(Right.CUSTOMER_ASSIGN)
                ? SqlFragment.TRUE
                : SqlFragment.of(
                        "not r.archived and exists (select from route_staff g where g.route_id = r.id and g.user_id = ?)",
                        user.id());
    }

    private static Route route(ResultSet row) throws SQLException {
        String[] usernames = (String[]) row.getArray("usernames").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        List<Route.Staff> staff = new ArrayList<>();
        for (int i = 0; i < usernames.length; i++) {
            staff.add(new Route.Staff(usernames[i], names[i]));
        }
        return new Route(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name"),
                row.getString("notes"),
                row.getBoolean("archived"),
                staff,
                row.getLong("customers"));
    }

    void lock(long id) {
        database.first(SqlFragment.of("select id from route where id = ? for no key update", id), row -> 1);
    }

    boolean isCodeTaken(String code, long exceptId) {
        return database.first(
                        SqlFragment.of("select 1 from route where upper(code) = upper(?) and id <> ?", code, exceptId),
                        row -> 1)
                .isPresent();
    }

    /** The first of T001, T002 … that nobody has. */
    String nextCode() {
        return database.first(
                        SqlFragment.of(
                                """
                                select code from (
                                    select 'T' || lpad(n::text, greatest(3, length(n::text)), '0') as code
                                    from generate_series(1, (select count(*) + 1 from route)) as n) c
                                where not exists (select from route r where upper(r.code) = c.code) limit 1
                                """),
                        row -> row.getString(1))
                .orElseThrow();
    }

    /** Ids by user name in lower case, of those who are active. */
    Map<String, Long> users(Collection<String> usernames) {
        List<String> lower =
                usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        Map<String, Long> ids = new HashMap<>();
        database.list(
                SqlFragment.of("select lower(username), id from app_user where lower(username) = any(?)", lower),
                row -> ids.put(row.getString(1), row.getLong(2)));
        return ids;
    }

    long insert(CheckedRoute route, Instant now) {
        long id = database.first(
                        SqlFragment.of(
                                """
                                insert into route (id, code, name, name_fold, notes, archived, created_at)
                                values (nextval('route_seq'), ?, ?, ?, nullif(?, ''), ?, ?) returning id
                                """,
                                route.code(),
                                route.name(),
                                TextFold.fold(route.name()),
                                route.notes() == null ? "" : route.notes(),
                                route.archived(),
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
        giveTo(id, route);
        return id;
    }

    /** False when somebody changed it since the version that was read. */
    boolean update(long id, int version, CheckedRoute route) {
        boolean updated = database.update(SqlFragment.of(
                        """
                        update route set version = version + 1, code = ?, name = ?, name_fold = ?, notes = nullif(?, ''),
                            archived = ? where id = ? and version = ?
                        """,
                        route.code(),
                        route.name(),
                        TextFold.fold(route.name()),
                        route.notes() == null ? "" : route.notes(),
                        route.archived(),
                        id,
                        version))
                > 0;
        if (updated) {
            giveTo(id, route);
        }
        return updated;
    }

    private void giveTo(long id, CheckedRoute route) {
        database.update(SqlFragment.of("delete from route_staff where route_id = ?", id));
        if (!route.staff().isEmpty()) {
            database.update(SqlFragment.of(
                    "insert into route_staff (route_id, user_id) select ?, unnest(?)",
                    id,
                    List.copyOf(route.staff().values())));
        }
    }

    boolean deleteUnused(long id) {
        return database.update(SqlFragment.of(
                        "delete from route r where r.id = ? and not exists"
                                + " (select from route_customer rc where rc.route_id = r.id)",
                        id))
                > 0;
    }
}
