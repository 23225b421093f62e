package vn.sencrm.web.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of what is told outside; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
public class SystemConfig {

    private static final String BEARER = "Bearer ";

    @Inject
    @ConfigProperty(name = "crm.system.metrics-token")
    Optional<String> metricsToken;

    /** Whether this {@code Authorization} is that of the program which reads the figures; never, unless a token is set. */
    boolean isReader(String authorization) {
        return metricsToken.filter(token -> !token.isBlank()).isPresent()
                && authorization != null
                && MessageDigest.isEqual(bytes(BEARER + metricsToken.get().strip()), bytes(authorization.strip()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
