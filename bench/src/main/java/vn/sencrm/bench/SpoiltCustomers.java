package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Customers of whom it is known which are the same: each twentieth is written a second time by somebody else. Half of these
 * share the telephone number, the others only what stands beside the name: commune, often the birthday.
 */
final class SpoiltCustomers {
    private static final int DUPLICATES_PERCENT = 5;

    /** Two rows that are one customer. */
    record Same(long low, long high) {}

    private final Set<Same> byPhone = new HashSet<>();
    private final Set<Same> byName = new HashSet<>();

    Set<Same> byPhone() {
        return byPhone;
    }

    Set<Same> byName() {
        return byName;
    }

    /** Fills an empty database that has the bench's communes. */
    void fill(Connection connection, int count, long seed, int communes) throws SQLException {
        VietnameseCustomers source = new VietnameseCustomers(seed);
        SplittableRandom random = new SplittableRandom(seed);
        Spoiler spoiler = new Spoiler(random);
        List<SampleCustomer> all = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (long number = 0; number < count; number++) {
            SampleCustomer own = alone(source.customer(number), "0" + source.ownPhone(number), number);
            all.add(own);
            int place = random.nextInt(communes);
            places.add(place);
            if (random.nextInt(100) < DUPLICATES_PERCENT) {
                boolean samePhone = random.nextBoolean();
                long copy = count + number;
                String digits = source.ownPhone(samePhone ? number : copy);
                all.add(again(own, copy, spoiler.name(own.name(), own.kind()), spoiler.phone(digits)));
                places.add(place);
                (samePhone ? byPhone : byName).add(new Same(number + 1, copy + 1));
            }
        }
        write(connection, all, places);
    }

    /** Without what the generator lets customers share. */
    private static SampleCustomer alone(SampleCustomer c, String phone, long number) {
        return copy(c, number, c.name(), phone, c.email(), c.taxCode(), c.citizenId());
    }

    private static SampleCustomer again(SampleCustomer c, long number, String name, String phone) {
        return copy(c, number, name, phone, null, null, null);
    }

    private static SampleCustomer copy(
            SampleCustomer c, long number, String name, String phone, String email, String tax, String citizen) {
        LocalDate birthday = c.birthday();
        return new SampleCustomer(
                number,
                VietnameseCustomers.code(number),
                c.kind(),
                c.stage(),
                name,
                phone,
                null,
                email,
                c.street(),
                c.commune(),
                c.province(),
                tax,
                citizen,
                birthday,
                c.gender(),
                c.status(),
                c.category(),
                c.source(),
                c.tier(),
                null,
                null);
    }

    private static void write(Connection connection, List<SampleCustomer> all, List<Integer> places)
            throws SQLException {
        CustomerRows rows = new CustomerRows(connection);
        long user = BenchSql.number(connection, "select min(id) from app_user");
        connection.setAutoCommit(false);
        try (CopyRows table = new CopyRows(
                connection, "customer (id, creator_id, created_at, updated_at, " + CustomerRows.VALUE_COLUMNS + ")")) {
            all.forEach(c -> {
                List<Object> row = new ArrayList<>(List.of(c.number() + 1, user, "2026-01-01", "2026-01-01"));
                row.addAll(rows.values(c));
                table.add(row.toArray());
            });
        }
        try (CopyRows table = new CopyRows(connection, "identity_key (kind, key, customer_id)")) {
            all.forEach(c -> rows.keys(c).forEach(key -> table.add(key.kind(), key.key(), c.number() + 1)));
        }
        try (CopyRows table = new CopyRows(connection, "customer_place (customer_id, position, province, commune)")) {
            for (int i = 0; i < all.size(); i++) {
                String commune = DuplicatesBench.commune(places.get(i));
                table.add(all.get(i).number() + 1, 1, DuplicatesBench.PROVINCE, commune);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        BenchSql.execute(connection, "select setval('customer_seq', " + (4L * all.size()) + ")");
        BenchSql.execute(connection, "vacuum (analyze) customer, identity_key, customer_place");
    }
}
