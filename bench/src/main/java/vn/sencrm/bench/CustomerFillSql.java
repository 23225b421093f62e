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
 * changed at its own time, but one block of a tenth with a single time, as an import leaves it. One in twenty belongs
 * to, or was created by, the user whom the bench calls {@value #FIVE_PERCENT_USER}.
 */
final class CustomerFillSql {
    static final String FIVE_PERCENT_USER = "bench5";

    private static final int STAFF = 40;
    private static final int STEP = 50_000;
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(3 * 365);

    private final Connection connection;
    private final VietnameseCustomers customers;

    CustomerFillSql(Connection connection, VietnameseCustomers customers) {
        this.connection = connection;
        this.customers = customers;
    }

    /** Adds customers 0 … count-1 to a database that has none; the five-per-cent user gets the password. */
    void fill(int count, String password) throws SQLException {
        List<Long> staff = staff(password);
        CustomerRows rows = new CustomerRows(connection);
        for (int from = 0; from < count; from += STEP) {
            connection.setAutoCommit(false);
            step(rows, staff, from, Math.min(count, from + STEP), count);
            connection.commit();
            connection.setAutoCommit(true);
        }
        BenchSql.execute(connection, "select setval('customer_seq', " + (count + 1000L) + ")");
        BenchSql.execute(connection, "select setval('customer_code_seq', " + Math.max(count, 1) + ")");
        BenchSql.execute(connection, "vacuum (analyze) customer, identity_key, customer_place");
    }

    private void step(CustomerRows rows, List<Long> staff, int from, int to, int count) throws SQLException {
        try (CopyRows table = new CopyRows(
                connection,
                "customer (id, owner_id, creator_id, created_at, updated_at, " + CustomerRows.VALUE_COLUMNS + ")")) {
            customers.range(from, to).forEach(customer -> {
                List<Object> row = new ArrayList<>(28);
                row.add(id(customer));
                addPeople(row, staff, customer.number());
                addTimes(row, customer.number(), count);
                row.addAll(rows.values(customer));
                table.add(row.toArray());
            });
        }
        try (CopyRows table = new CopyRows(connection, "identity_key (kind, key, customer_id)")) {
            customers.range(from, to).forEach(customer -> rows.keys(customer)
                    .forEach(key -> table.add(key.kind(), key.key(), id(customer))));
        }
        try (CopyRows table = new CopyRows(connection, "customer_place (customer_id, position, province)")) {
            customers
                    .range(from, to)
                    .forEach(customer ->
                            table.add(id(customer), 1, customer.province().code()));
        }
    }

    private static long id(SampleCustomer customer) {
        return customer.number() + 1;
    }

    /** Owner and creator: 4 % owned by the first of the staff, 1 % created by them and owned by another. */
    private static void addPeople(List<Object> row, List<Long> staff, long number) {
        SplittableRandom random = new SplittableRandom(number * 31 + 7);
        int percent = random.nextInt(100);
        Long other = staff.get(1 + random.nextInt(staff.size() - 1));
        boolean createdByFirst = percent == 4 || percent < 4 && random.nextBoolean();
        row.add(percent < 4 ? staff.get(0) : percent < 90 ? other : null);
        row.add(createdByFirst ? staff.get(0) : staff.get(1 + random.nextInt(staff.size() - 1)));
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
}
