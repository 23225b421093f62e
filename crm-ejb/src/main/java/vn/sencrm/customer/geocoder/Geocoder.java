package vn.sencrm.customer.geocoder;

import java.net.URI;

/** Which geocoder is asked, and how it is spoken to. */
record Geocoder(GeocoderProtocol protocol, URI base) {

    URI question(String text, int limit) {
        return URI.create(base + protocol.question(text, limit));
    }
}
