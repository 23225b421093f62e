package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.DriverManager;

/** {@code ./crm bench NAME}: runs one benchmark and prints its figures last, one per line. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[1], "postgres", "")) {
            if (arguments[0].equals("fill")) {
                new CustomerFillSql(connection, 1).fill(Integer.parseInt(arguments[2]));
            } else if (arguments[0].equals("prepare")) {
                new BareInsertSql(connection).prepare(new VietnameseCustomers(1), 1_000_000, 1_100_000);
            } else {
                for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                    var t = new BareInsertSql(connection).run();
                    System.out.println(t.values().stream().mapToDouble(d -> d).sum() + " " + t);
                }
            }
        }
    }
}
