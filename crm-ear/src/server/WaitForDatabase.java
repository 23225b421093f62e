import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Waits until the database of CRM_DB_URL takes connections, saying so; gives up at once where waiting cannot help. Run by
 * "./crm run" as a single source file with the driver on the class path.
 */
final class WaitForDatabase {
    private static final int OLDEST = 15;

    public static void main(String[] args) throws Exception {
        long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
        String url = System.getenv("CRM_DB_URL");
        for (int tries = 0; ; tries++) {
            try (Connection connection = DriverManager.getConnection(url, login())) {
                checkVersion(connection);
                return;
            } catch (SQLException e) {
                if (isFinal(e)) fail("The database refuses: " + e.getMessage());
                if (System.nanoTime() > end) fail("No database after " + args[0] + " s: " + e.getMessage());
                if (tries % 10 == 0) System.out.println("Waiting for the database (CRM_DB_URL): " + e.getMessage());
                Thread.sleep(1000);
            }
        }
    }

    private static Properties login() {
        var login = new Properties();
        login.put("user", System.getenv().getOrDefault("CRM_DB_USER", "crm"));
        login.put("password", System.getenv().getOrDefault("CRM_DB_PASSWORD", "crm"));
        login.put("connectTimeout", "5");
        login.put("loginTimeout", "10");
        return login;
    }

    private static void checkVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) fail("PostgreSQL " + OLDEST + " or later is needed, this is " + version + ".");
    }

    /** Wrong password or user (28), no such database (3D), an address that is none. */
    private static boolean isFinal(SQLException e) {
        String state = e.getSQLState() == null ? "08001" : e.getSQLState();
        return state.startsWith("28") || state.startsWith("3D") || e.getMessage().startsWith("No suitable driver");
    }

    private static void fail(String message) {
        System.err.println("crm: " + message);
        System.exit(1);
    }
}
