package vn.sencrm.customer.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/**
 * Positions in a box. The box is read from {@code customer_place_position_ix}, whose latitudes are a range and whose
 * longitudes and customers are read in the index itself; each customer is then looked up by its primary key, or all
 * together, as the planner finds right.
 */
@ApplicationScoped
class MapSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /** One cell of the grid: how many positions it has, their middle, and one of its customers. */
    record Cell(long count, double lat, double lon, long customerId) {}

    /** The cells of the box that have positions. */
    List<Cell> cells(Account user, SqlFragment where, MapBox box, double size) {
        SqlFragment query = SqlFragment.of(
                        """
                        select count(*) n, avg(p.lat) lat, avg(p.lon) lon, min(p.customer_id) customer_id
                        """)
                .then(inBox(user, where, box))
                .then(SqlFragment.of(" group by floor(p.lat / ?::float8), floor(p.lon / ?::float8)", size, size));
        return database.list(
                query,
                row -> new Cell(
                        row.getLong("n"), row.getDouble("lat"), row.getDouble("lon"), row.getLong("customer_id")));
    }

    /** The positions of the box, of these customers alone where some are given. */
    List<MapAnswer.Point> points(Account user, SqlFragment where, MapBox box, List<Long> customers, int limit) {
        SqlFragment query =
                SqlFragment.of("select c.id, c.code, c.name, p.lat, p.lon ").then(inBox(user, where, box));
        if (!customers.isEmpty()) {
            query = query.then(SqlFragment.of(" and c.id = any (?)", customers));
        }
        return database.list(
                query.then(SqlFragment.of(" order by c.name_fold, c.id, p.position limit ?", limit)), MapSql::point);
    }

    private static MapAnswer.Point point(ResultSet row) throws SQLException {
        return new MapAnswer.Point(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getDouble("lat"),
                row.getDouble("lon"));
    }

    private SqlFragment inBox(Account user, SqlFragment where, MapBox box) {
        return SqlFragment.of(
                        """
                        from customer_place p join customer c on c.id = p.customer_id
                        where p.lat between ? and ? and p.lon between ? and ? and c.state = 'ACTIVE' and
                        """,
                        box.south(),
                        box.north(),
                        box.west(),
                        box.east())
                .then(access.predicate(user))
                .then(" and ")
                .then(where);
    }
}
