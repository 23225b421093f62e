package vn.sencrm.customer.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the map's tiles come from; without, the map shows provinces and a grid of degrees. */
@ApplicationScoped
public class MapConfig {

    /** {@code https://{s}.tile.example.org:8443/…}: letters, digits, dots, hyphens and Leaflet's {@code {s}} only. */
    private static final Pattern HOST = Pattern.compile("(https?://)((?:\\{s}\\.)?)([A-Za-z0-9.-]+(?::\\d{1,5})?)/.*");

    @Inject
    @ConfigProperty(name = "crm.map.tile-url")
    Optional<String> tileUrl;

    @Inject
    @ConfigProperty(name = "crm.map.tile-attribution")
    Optional<String> tileAttribution;

    /** The address with {@code {z}}, {@code {x}}, {@code {y}}; empty for no tiles. */
    public String tileUrl() {
        return tileUrl.map(String::trim).orElse("");
    }

    /** Whose tiles they are, as plain text. */
    public String tileAttribution() {
        return tileAttribution.map(String::trim).orElse("");
    }

    /** The source that a Content-Security-Policy must allow for the tiles; empty for none and for our own server. */
    public String tileSource() {
        return source(tileUrl());
    }

    /** @throws IllegalArgumentException for an address of another host that is none of http or https */
    static String source(String url) {
        if (url.isEmpty() || url.startsWith("/") && !url.startsWith("//")) {
            return "";
        }
        Matcher host = HOST.matcher(url);
        if (!host.matches()) {
            throw new IllegalArgumentException("crm.map.tile-url is no address of tiles: " + url);
        }
        return host.group(1) + (host.group(2).isEmpty() ? "" : "*.") + host.group(3);
    }
}
