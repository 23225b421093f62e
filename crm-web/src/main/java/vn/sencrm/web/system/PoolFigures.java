package vn.sencrm.web.system;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The pool of database connections, as the server counts it; nothing where CRM_STATISTICS is false. */
public final class PoolFigures {

    private static final String POOL = "jboss.as:subsystem=datasources,data-source=CrmDS,statistics=pool";

    private PoolFigures() {}

    /** Connections that somebody works with at this moment, and the most that there may be. */
    public record Pool(int inUse, int most) {}

    static Optional<Pool> pool() {
        OptionalDouble inUse = read("InUseCount");
        OptionalDouble available = read("AvailableCount");
        return inUse.isEmpty() || available.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Pool((int) inUse.getAsDouble(), (int) (inUse.getAsDouble() + available.getAsDouble())));
    }

    static void tell(MetricsText text) {
        gauge(text, "crm_pool_in_use", "InUseCount", "Database connections at work");
        gauge(text, "crm_pool_open", "ActiveCount", "Database connections open");
        gauge(text, "crm_pool_available", "AvailableCount", "Database connections that could still be had");
        gauge(text, "crm_pool_waiting", "WaitCount", "Requests that had to wait for one, since the start");
    }

    private static void gauge(MetricsText text, String metric, String attribute, String help) {
        read(attribute).ifPresent(value -> text.gauge(metric, help, value));
    }

    private static OptionalDouble read(String attribute) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName pool = new ObjectName(POOL);
            return Boolean.parseBoolean(String.valueOf(server.getAttribute(pool, "statisticsEnabled")))
                    ? OptionalDouble.of(Double.parseDouble(String.valueOf(server.getAttribute(pool, attribute))))
                    : OptionalDouble.empty();
        } catch (JMException | NumberFormatException notThere) {
            return OptionalDouble.empty();
        }
    }
}
