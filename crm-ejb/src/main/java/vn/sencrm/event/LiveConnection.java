package vn.sencrm.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/** Opens the listener's connection, to the database that the data source has too: both read the same variables. */
@ApplicationScoped
class LiveConnection {

    @Inject
    @ConfigProperty(name = "CRM_DB_URL", defaultValue = "jdbc:postgresql://127.0.0.1:5432/crm")
    String url;

    @Inject
    @ConfigProperty(name = "CRM_DB_USER", defaultValue = "crm")
    String user;

    @Inject
    @ConfigProperty(name = "CRM_DB_PASSWORD", defaultValue = "crm")
    String password;

    Connection open() throws SQLException {
        Properties login = new Properties();
        login.put("user", user);
        login.put("password", password);
        login.put("ApplicationName", "sen-crm live");
        login.put("connectTimeout", "5");
        login.put("tcpKeepAlive", "true");
        Connection connection = new Driver().connect(url, login);
        if (connection == null) {
            throw new SQLException("no address of a PostgreSQL: CRM_DB_URL");
        }
        return connection;
    }
}
