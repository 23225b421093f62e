package vn.sencrm.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;

/** {@code ./crm bench NAME}: runs one benchmark and prints its figures last, one per line. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 0 ? "" : arguments[0];
        Figures figures = new Figures(System.out);
        switch (name) {
            case "browse", "bulk", "duplicates", "export", "import", "list", "merge", "mixed" -> measure(figures, name);
            case "fill" -> fill(arguments[1], arguments[2], arguments[3], Integer.parseInt(arguments[4]));
            default -> {
                System.err.println(
                        "Which benchmark? ./crm bench browse, bulk, duplicates, export, import, list, merge, or mixed");
                System.exit(2);
            }
        }
        figures.print();
    }

    private static void measure(Figures figures, String name) throws Exception {
        try (BenchServer server = BenchServer.start(figures);
                Connection connection = server.database()) {
            BenchSql.claim(connection);
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            figures.say("Load average of the machine: %.2f", load);
            figures.add("machine.load", load, "processes");
            switch (name) {
                case "browse" -> new ListBench(figures, server, connection).browse();
                case "bulk" -> new BulkBench(figures, server, connection).run();
                case "duplicates" -> new DuplicatesBench(figures, server, connection).run();
                case "export" -> new ExportBench(figures, server, connection).run();
                case "import" -> new ImportBench(figures, server, connection).run();
                case "merge" -> new MergeBench(figures, server, connection).run();
                case "mixed" -> new MixedImportBench(figures, server, connection).run();
                default -> new ListBench(figures, server, connection).run();
            }
        }
    }

    /** {@code ./crm bench fill JDBC-URL USER PASSWORD COUNT}: customers for a database with the product's tables. */
    private static void fill(String url, String user, String password, int count) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            BenchSql.claim(connection);
            BenchSql.empty(connection);
            new CustomerFillSql(connection, new VietnameseCustomers(1)).fill(count, BenchServer.PASSWORD);
        }
    }
}
