package vn.sencrm.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The product under test, one in each {@link Lane}: where it answers, its database, and ways to hurt it. */
public final class Sen {

    /** The first administrator's, as the environment gave them. */
    public static final String ADMIN = "admin";

    /** Of the program that reads the figures. */
    static final String METRICS_TOKEN = "token of the metrics";

    /** The largest import; less than by default, so that a larger one is soon sent. */
    static final int MAX_MEGABYTES = 40;

    public static final String ADMIN_PASSWORD = "Mật khẩu của quản trị 1";

    /** With {@code ./crm test --cluster} it is two servers behind a balancer. */
    static final boolean IS_CLUSTER = Boolean.getBoolean("sen.cluster");

    private static final Path ROOT = Lane.root();
    private static final Path HOME = IS_CLUSTER ? ROOT.resolve("crm-ear/target/it-cluster") : Lane.home();

    /** The server that this thread asks instead of the balancer. */
    private static final ThreadLocal<Product> ASKED = new ThreadLocal<>();

    /** While writing tests: the product that runs in target/it already, at {@code -Dsen.port-offset}, is used. */
    private static final boolean IS_RUNNING = Boolean.getBoolean("sen.running");

    private static Product product;
    private static RuntimeException failure;

    private Sen() {}

    /** Starts the product on an empty database; a failure is told to every test that asks for it. */
    static synchronized void startOnce() {
        if (product != null || failure != null) {
            return;
        }
        try {
            product = IS_RUNNING ? running() : started();
            System.setProperty("sen.server.home", HOME.resolve("server").toString());
            System.setProperty("sen.management.port", Integer.toString(product.port(9990)));
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private static Product started() {
        int offset = Ports.freeOffset();
        Map<String, String> settings = settings(offset);
        Product fresh =
                IS_CLUSTER ? Product.cluster(ROOT, HOME, offset, settings) : new Product(ROOT, HOME, offset, settings);
        fresh.stopLeftovers();
        fresh.forgetData();
        if (IS_CLUSTER) {
            fresh.place(fresh.builtEar());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Sen::stop));
        fresh.start();
        return fresh;
    }

    private static Map<String, String> settings(int offset) {
        Map<String, String> settings = new HashMap<>(LocalGeocoder.settings(offset));
        settings.put("CRM_SYSTEM_METRICS_TOKEN", METRICS_TOKEN);
        settings.put("CRM_IMPORTING_MAX_MEGABYTES", Integer.toString(MAX_MEGABYTES));
        return settings;
    }

    private static Product running() {
        return new Product(ROOT, HOME, Integer.getInteger("sen.port-offset"), Map.of());
    }

    static synchronized void stop() {
        if (product != null && !IS_RUNNING) {
            product.stop();
        }
    }

    static synchronized Product product() {
        startOnce();
        if (failure != null) {
            throw new IllegalStateException("The product did not start: " + failure.getMessage(), failure);
        }
        return product;
    }

    /** {@code http://127.0.0.1:<port>}. */
    public static String origin() {
        Product asked = ASKED.get() == null ? product() : ASKED.get();
        return "http://127.0.0.1:" + asked.port(8080);
    }

    /** Does something at one server of the cluster, past the balancer. */
    static <T> T at(String server, Supplier<T> calls) {
        ASKED.set(product().server(server));
        try {
            return calls.get();
        } finally {
            ASKED.remove();
        }
    }

    /** The address of the application, without a slash at its end. */
    public static String baseUrl() {
        return origin() + "/crm";
    }

    /** A connection to the product's own database, to prepare data and to look at it. */
    public static Connection connect() {
        try {
            return DriverManager.getConnection(
                    product().databaseUrl(), product().databaseUser(), product().databasePassword());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String serverLog() {
        try {
            return Files.readString(HOME.resolve("log/server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where pictures and other output of tests go. */
    public static Path output(String folder) {
        try {
            return Files.createDirectories(ROOT.resolve("crm-ear/target").resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: {@code ./crm run} ends, the product stays down until {@link #startAgain}. */
    static void killServer() {
        product().kill("server");
        product().awaitEnd(Duration.ofSeconds(60));
    }

    /** As {@code kill -9}: {@code ./crm run} starts it again by itself. */
    static void killDatabase() {
        product().kill("postgres");
    }

    /** Starts the product on the data that it left. */
    static void startAgain() {
        product().start();
    }
}
