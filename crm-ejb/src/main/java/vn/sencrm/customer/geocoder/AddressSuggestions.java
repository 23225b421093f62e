package vn.sencrm.customer.geocoder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Right;
import vn.sencrm.location.PlaceIndex;
import vn.sencrm.location.PlaceIndexSql;

/**
 * Addresses with positions for what one types, from the geocoder; provinces and communes are told by the names of our
 * own locations, so that a chosen address has their codes.
 */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AddressSuggestions {

    private static final int LONGEST = 300;

    @Inject
    GeocoderConfig config;

    @Inject
    GeocoderClient client;

    @Inject
    PlaceIndexSql places;

    /** Whether addresses are suggested at all. */
    public boolean isOn() {
        return config.isOn();
    }

    /**
     * The best first; nothing without a geocoder, or while it is away.
     *
     * @param commune and {@code province} what stands beside the street so far; may be null
     */
    public List<AddressSuggestion> find(String street, String commune, String province, int limit) {
        String text = Stream.of(street, commune, province)
                .filter(Objects::nonNull)
                .map(TextFold::clean)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        List<FoundAddress> found = client.find(text, limit);
        if (found.isEmpty()) {
            return List.of();
        }
        PlaceIndex known = places.load();
        return found.stream()
                .filter(address -> address.text() != null)
                .limit(limit)
                .map(address -> suggestion(address, known))
                .toList();
    }

    private static AddressSuggestion suggestion(FoundAddress address, PlaceIndex known) {
        String province = address.areas().stream()
                .map(known::province)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String commune = address.areas().stream()
                .map(area -> known.commune(province, area))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new AddressSuggestion(
                address.text(),
                address.street(),
                name(known, commune),
                name(known, province),
                address.lat(),
                address.lon());
    }

    private static String name(PlaceIndex known, String code) {
        return code == null ? null : known.place(code).name();
    }
}
