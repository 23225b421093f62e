package vn.sencrm.customer.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.ChangeOrigin;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** The customers of a route and their stops. Writes are on sets, whoever locks the route before. */
@ApplicationScoped
public class RouteCustomersSql {

    @Inject
    Database database;

    @Inject
    ChangeOrigin origin;

    @Inject
    RecordAccessSql access;

    List<RouteStop> stops(long route, Account user, int afterStop, int limit) {
        return database.list(
                SqlFragment.of(
                                """
                                select rc.stop, c.id, c.code, c.name, c.kind, c.phones -> 0 ->> 'value' as phone,
                                       concat_ws(', ', c.addresses -> 0 ->> 'street', c.addresses -> 0 ->> 'commune',
                                                 c.addresses -> 0 ->> 'province') as address
                                from route_customer rc join customer c on c.id = rc.customer_id
                                where rc.route_id = ? and rc.stop > ? and c.state = 'ACTIVE' and\s""",
                                route,
                                afterStop)
                        .then(access.predicate(user))
                        .then(" order by rc.stop, c.id limit " + limit),
                row -> new RouteStop(
                        row.getInt("stop"),
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        CustomerKind.valueOf(row.getString("kind")),
                        row.getString("phone"),
                        row.getString("address").isEmpty() ? null : row.getString("address")));
    }

    /** Those of the ids that are no customer whom the user sees. */
    List<Long> unseen(Collection<Long> ids, Account user) {
        return without(ids, access.predicate(user));
    }

    /** Those of the ids, all seen, that the user may not change. */
    List<Long> viewOnly(Collection<Long> ids, Account user) {
        return without(ids, access.editable(user));
    }

    private List<Long> without(Collection<Long> ids, SqlFragment condition) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.list(
                SqlFragment.of(
                                "select n.id from (select distinct unnest(?) as id) n where not exists"
                                        + " (select from customer c where c.id = n.id and c.state = 'ACTIVE' and ",
                                ids)
                        .then(condition)
                        .then(")"),
                row -> row.getLong(1));
    }

    /**
     * Puts customers at the end of a route in the order given, with an audit entry for each that was not on it. What the
     * user may not change is passed over.
     *
     * @return how many were put
     */
    public int put(long route, Collection<Long> ids, Account user, Instant at, Cause cause) {
        if (ids.isEmpty()) {
            return 0;
        }
        return database.update(SqlFragment.of(
                        """
                        with added as (
                            insert into route_customer (route_id, customer_id, stop)
                            select ?, c.id, (select coalesce(max(stop), 0) from route_customer where route_id = ?)
                                            + row_number() over (order by n.place)
                            from (select id, min(place) as place from unnest(?) with ordinality as u (id, place)
                                  group by id) n
                            join customer c on c.id = n.id
                            where c.state = 'ACTIVE'
                            and not exists (select from route_customer o where o.route_id = ? and o.customer_id = c.id)
                            and\s""",
                        route,
                        route,
                        ids,
                        route)
                .then(access.editable(user))
                .then(" on conflict do nothing returning customer_id)")
                .then(audit("added", "ROUTE_ADD", route, user, at, cause)));
    }

    /** False when the customer is not on the route. */
    boolean take(long route, long customer, Account user, Instant at, Cause cause) {
        boolean taken = database.update(SqlFragment.of(
                                "with gone as (delete from route_customer where route_id = ? and customer_id = ?"
                                        + " returning customer_id)",
                                route,
                                customer)
                        .then(audit("gone", "ROUTE_REMOVE", route, user, at, cause)))
                > 0;
        if (taken) {
            number(route, SqlFragment.of("stop"));
        }
        return taken;
    }

    private SqlFragment audit(String changed, String action, long route, Account user, Instant at, Cause cause) {
        boolean added = action.equals("ROUTE_ADD");
        String named = "jsonb_build_object('route', jsonb_build_object('code', r.code, 'name', r.name))";
        return SqlFragment.of(
                " insert into audit_entry (at, actor_id, cause, cause_id, source_address, entity, entity_id, version,"
                        + " action, before, after) select ?, ?, ?, ?, ?, 'customer', c.id, c.version, ?, "
                        + (added ? "'{}'::jsonb, " + named : named + ", '{}'::jsonb") + " from " + changed
                        + " x join customer c on c.id = x.customer_id cross join route r where r.id = ?",
                at,
                user.id(),
                cause.type(),
                cause.id() == null ? Database.Null.BIGINT : cause.id(),
                origin.parameter(),
                action,
                route);
    }

    /** False when the customer is not on the route. */
    boolean move(long route, long customer, int stop) {
        Integer now = database.first(
                        SqlFragment.of(
                                "select stop from route_customer where route_id = ? and customer_id = ?",
                                route,
                                customer),
                        row -> row.getInt(1))
                .orElse(null);
        if (now == null) {
            return false;
        }
        // Whole stops stand at even places: the moved one goes between them.
        long place = stop > now ? 2L * stop + 1 : 2L * stop - 1;
        number(route, SqlFragment.of("case when customer_id = ? then ? else 2 * stop::bigint end", customer, place));
        return true;
    }

    /** Numbers a route's stops 1, 2, 3 … in an order. */
    private void number(long route, SqlFragment order) {
        database.update(SqlFragment.of("update route_customer rc set stop = n.stop from (select customer_id,"
                        + " row_number() over (order by ")
                .then(order)
                .then(SqlFragment.of(
                        ", customer_id) as stop from route_customer where route_id = ?) n"
                                + " where rc.route_id = ? and rc.customer_id = n.customer_id and rc.stop <> n.stop",
                        route,
                        route)));
    }
}
