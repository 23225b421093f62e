package vn.sencrm.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the time comes from: one clock in the company's zone, so that "today" is the company's today. */
@ApplicationScoped
public class Clocks {

    @Produces
    @ApplicationScoped
    Clock clock(@ConfigProperty(name = "crm.common.time-zone") String zone) {
        return new CompanyClock(Clock.system(ZoneId.of(zone)));
    }
}
