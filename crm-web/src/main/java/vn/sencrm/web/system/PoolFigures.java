package vn.sencrm.web.system;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The pool of database connections, as the server counts it; nothing where CRM_STATISTICS is false. */
public final class PoolFigures {

    private static final String SOURCE = "jboss.as:subsystem=datasources,data-source=CrmDS";
    private static final String POOL = SOURCE + ",statistics=pool";

    private PoolFigures() {}

    /** Connections that somebody works with at this moment, and the most that there may be. */
    public record Pool(int inUse, int most) {}

    static Optional<Pool> pool() {
        OptionalDouble inUse = read("InUseCount");
        OptionalDouble most = read(SOURCE, "maxPoolSize");
        return inUse.isEmpty() || most.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pool((int) inUse.getAsDouble(), (int) most.getAsDouble()));
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

    /** Nothing where the server does not count: all would be 0. */
    private static OptionalDouble read(String attribute) {
        return attribute(POOL, "statisticsEnabled")
                .filter(enabled -> Boolean.parseBoolean(enabled.toString()))
                .map(enabled -> read(POOL, attribute))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble read(String bean, String attribute) {
        try {
            return attribute(bean, attribute)
                    .map(value -> OptionalDouble.of(Double.parseDouble(value.toString())))
                    .orElse(OptionalDouble.empty());
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    private static Optional<Object> attribute(String bean, String attribute) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            return Optional.ofNullable(server.getAttribute(new ObjectName(bean), attribute));
        } catch (JMException notThere) {
            return Optional.empty();
        }
    }
}
