package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.sencrm.identity.PasswordHash;

/**
 * Fills the product's tables with customers by bare COPY, as if they had come over three years: each created and
 * changed at its own time, but one block of a tenth with a single time, as an import leaves it. One in twenty is seen
 * by the user whom the bench calls {@value #FIVE_PERCENT_USER}: 1 % as owner, 0.3 % as creator, 3 % by two teams, 0.5 %
 * by three routes, 0.2 % shared with the user or a team; some in two ways.
 */
final class CustomerFillSql {
    static final String FIVE_PERCENT_USER = "bench5";

    private static final int STAFF = 40;
    private static final int STEP = 50_000;
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(3 * 365);

    /** What the five-per-cent user sees of {@code customer}, told the slow way. */
    static final String SEEN_BY_FIVE =
            """
            id in (select c.id from customer c, app_user u where u.username = '%s' and (u.id in (c.owner_id, c.creator_id)
                       or c.team_id in (select team_id from team_member where user_id = u.id))
                   union select customer_id from route_customer union select customer_id from customer_share)"""
                    .formatted(FIVE_PERCENT_USER);

    /** The customers of all measurements. */
    static final long SEED = 1;

    private final Connection connection;
    private final VietnameseCustomers customers;

    /** Whom the customers are dealt out to. */
    private record People(List<Long> staff, List<Long> teams, List<Long> routes) {}

    /** A database that has so many customers already is taken as it is; any other is emptied and filled. */
    static void ensure(Figures figures, Connection connection, int count) throws SQLException {
        if (BenchSql.customers(connection) != count) {
            figures.say("Filling the database with %d customers …", count);
            BenchSql.empty(connection);
            new CustomerFillSql(connection, new VietnameseCustomers(SEED)).fill(count, BenchServer.PASSWORD);
        }
    }

    CustomerFillSql(Connection connection, VietnameseCustomers customers) {
        this.connection = connection;
        this.customers = customers;
    }

    /** Adds customers 0 … count-1 to a database that has none; the five-per-cent user gets the password. */
    void fill(int count, String password) throws SQLException {
        People people = new People(staff(password), teams(), routes());
        CustomerRows rows = new CustomerRows(connection);
        for (int from = 0; from < count; from += STEP) {
            connection.setAutoCommit(false);
            step(rows, people, from, Math.min(count, from + STEP), count);
            connection.commit();
            connection.setAutoCommit(true);
        }
        BenchSql.execute(connection, "select setval('customer_seq', " + (count + 1000L) + ")");
        BenchSql.execute(connection, "select setval('customer_code_seq', " + Math.max(count, 1) + ")");
        BenchSql.execute(
                connection, "vacuum (analyze) customer, identity_key, customer_place, customer_share, route_customer");
    }

    private void step(CustomerRows rows, People people, int from, int to, int count) throws SQLException {
        try (CopyRows table = new CopyRows(
                connection,
                "customer (id, owner_id, creator_id, team_id, created_at, updated_at, " + CustomerRows.VALUE_COLUMNS
                        + ")")) {
            customers.range(from, to).forEach(customer -> {
                List<Object> row = new ArrayList<>(28);
                row.add(id(customer));
                addPeople(row, people, customer.number());
                addTimes(row, customer.number(), count);
                row.addAll(rows.values(customer));
                table.add(row.toArray());
            });
        }
        try (CopyRows table = new CopyRows(connection, "identity_key (kind, key, customer_id)")) {
            customers.range(from, to).forEach(customer -> rows.keys(customer)
                    .forEach(key -> table.add(key.kind(), key.key(), id(customer))));
        }
        try (CopyRows table = new CopyRows(connection, "customer_place (customer_id, position, province, lat, lon)")) {
            customers.range(from, to).forEach(customer -> addPlace(table, customer));
        }
        relations(people, from, to);
    }

    /** One in ten stands on the map, anywhere in the country. */
    private static void addPlace(CopyRows table, SampleCustomer customer) {
        SplittableRandom random = new SplittableRandom(customer.number() * 17 + 3);
        boolean placed = random.nextInt(10) == 0;
        Double lat = placed ? random.nextDouble(8.6, 23.3) : null;
        Double lon = placed ? random.nextDouble(102.2, 109.4) : null;
        table.add(id(customer), 1, customer.province().code(), lat, lon);
    }

    private void relations(People people, int from, int to) throws SQLException {
        try (CopyRows table = new CopyRows(connection, "route_customer (route_id, customer_id, stop)")) {
            customers.range(from, to).forEach(customer -> {
                int mille = mille(customer.number());
                if (mille == 13 || mille >= 43 && mille < 48) {
                    table.add(people.routes().get(mille % people.routes().size()), id(customer), customer.number());
                }
            });
        }
        try (CopyRows table =
                new CopyRows(connection, "customer_share (id, customer_id, user_id, team_id, can_edit)")) {
            customers.range(from, to).forEach(customer -> {
                int mille = mille(customer.number());
                if (mille == 48 || mille == 49) {
                    table.add(
                            id(customer),
                            id(customer),
                            mille == 48 ? people.staff().get(0) : null,
                            mille == 49 ? people.teams().get(0) : null,
                            customer.number() % 2 == 0);
                }
            });
        }
    }

    private static long id(SampleCustomer customer) {
        return customer.number() + 1;
    }

    /** Which of a thousand shares of the customers this one belongs to; 0 … 49 are seen by the five-per-cent user. */
    private static int mille(long number) {
        return new SplittableRandom(number * 31 + 7).nextInt(1000);
    }

    /** Owner, creator and team. Of the others' customers nine in ten have an owner and half have a team. */
    private static void addPeople(List<Object> row, People people, long number) {
        SplittableRandom random = new SplittableRandom(number * 13 + 5);
        int mille = mille(number);
        List<Long> staff = people.staff();
        Long other = staff.get(1 + random.nextInt(staff.size() - 1));
        boolean createdByFirst = mille >= 10 && mille < 13 || mille < 10 && random.nextBoolean();
        row.add(mille < 10 ? staff.get(0) : mille < 50 || random.nextInt(10) < 9 ? other : null);
        row.add(createdByFirst ? staff.get(0) : staff.get(1 + random.nextInt(staff.size() - 1)));
        row.add(team(people.teams(), mille, random));
    }

    private static Long team(List<Long> teams, int mille, SplittableRandom random) {
        if (mille < 2 || mille >= 13 && mille < 43) {
            return teams.get(mille < 33 ? 0 : 1);
        }
        return mille < 50 || random.nextBoolean() ? null : teams.get(2 + random.nextInt(teams.size() - 2));
    }

    private static void addTimes(List<Object> row, long number, int count) {
        SplittableRandom random = new SplittableRandom(number * 17 + 3);
        boolean imported = number >= count / 10 * 4L && number < count / 10 * 5L;
        long place = imported ? count / 2 : number;
        Instant created = END.minus(SPAN).plusMillis(SPAN.toMillis() * place / count);
        boolean changed = !imported && random.nextInt(10) < 4;
        long since = Duration.between(created, END).toMillis();
        row.add(created);
        row.add(changed && since > 0 ? created.plusMillis(random.nextLong(since)) : created);
    }

    /** The bench's users, made at first; the first is the one who sees 5 %. */
    private List<Long> staff(String password) throws SQLException {
        BenchSql.execute(
                connection,
                """
                insert into app_user (id, username, full_name, full_name_fold, role_code, stamp, created_at)
                select nextval('app_user_seq'), name, name, name, 'STAFF', gen_random_uuid(), timestamptz '2023-01-01'
                from (select case n when 0 then '%s' else 'bench-staff' || n end as name
                      from generate_series(0, %d) as n) as u
                where not exists (select from app_user where lower(username) = name)
                """
                        .formatted(FIVE_PERCENT_USER, STAFF));
        try (PreparedStatement update =
                connection.prepareStatement("update app_user set password_hash = ? where username = ?")) {
            update.setString(1, PasswordHash.of(password).toString());
            update.setString(2, FIVE_PERCENT_USER);
            update.executeUpdate();
        }
        return BenchSql.longs(
                connection,
                "select id from app_user where username = '%1$s' or username like 'bench-staff%%' order by username <> '%1$s', id"
                        .formatted(FIVE_PERCENT_USER));
    }

    /** Ten teams; the five-per-cent user is in the first two. */
    private List<Long> teams() throws SQLException {
        BenchSql.execute(
                connection,
                """
                insert into team (id, name) select nextval('team_seq'), 'bench-team' || n from generate_series(0, 9) as n
                where not exists (select from team where name = 'bench-team' || n);
                insert into team_member (team_id, user_id)
                select t.id, u.id from team t, app_user u
                where t.name in ('bench-team0', 'bench-team1') and u.username = '%s' on conflict do nothing
                """
                        .formatted(FIVE_PERCENT_USER));
        return BenchSql.longs(connection, "select id from team where name like 'bench-team%' order by name");
    }

    /** Three routes of the five-per-cent user. */
    private List<Long> routes() throws SQLException {
        BenchSql.execute(
                connection,
                """
                insert into route (id, code, name, name_fold, created_at)
                select nextval('route_seq'), 'BENCH' || n, 'bench-route' || n, 'bench-route' || n, timestamptz '2023-01-01'
                from generate_series(0, 2) as n where not exists (select from route where code = 'BENCH' || n);
                insert into route_staff (route_id, user_id)
                select r.id, u.id from route r, app_user u
                where r.code like 'BENCH%%' and u.username = '%s' on conflict do nothing
                """
                        .formatted(FIVE_PERCENT_USER));
        return BenchSql.longs(connection, "select id from route where code like 'BENCH%' order by code");
    }
}
