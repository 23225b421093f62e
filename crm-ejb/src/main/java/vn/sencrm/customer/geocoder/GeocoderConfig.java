package vn.sencrm.customer.geocoder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the geocoder; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
public class GeocoderConfig {

    @Inject
    @ConfigProperty(name = "crm.customer.geocoder.url")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "crm.customer.geocoder.kind")
    String kind;

    @Inject
    @ConfigProperty(name = "crm.customer.geocoder.timeout")
    Duration timeout;

    @Inject
    @ConfigProperty(name = "crm.customer.geocoder.pause")
    Duration pause;

    /** Whether there is a geocoder to be asked. */
    public boolean isOn() {
        return url.filter(text -> !text.isBlank()).isPresent();
    }

    /** @throws IllegalArgumentException for a kind or an address that is none */
    Geocoder geocoder() {
        String base = url.orElse("").strip().replaceAll("/+$", "");
        if (!base.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException("crm.customer.geocoder.url is no address of a geocoder: " + base);
        }
        return new Geocoder(GeocoderProtocol.valueOf(kind.strip().toUpperCase(Locale.ROOT)), URI.create(base));
    }

    /** How long an answer is waited for. */
    Duration timeout() {
        return timeout;
    }

    /** For how long it is not asked again after it did not answer. */
    Duration pause() {
        return pause;
    }
}
