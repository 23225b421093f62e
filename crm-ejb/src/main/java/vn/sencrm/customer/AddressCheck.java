package vn.sencrm.customer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.sencrm.common.TextFold;
import vn.sencrm.location.PlaceIndex;

/** Checks the addresses of a customer: what is typed gets the codes of the places that it means. */
final class AddressCheck {

    private static final int PLACE_LIMIT = 120;

    private final CustomerLookups lookups;
    private final CustomerDocument current;
    private final Findings findings;

    /** @param current the customer as it is */
    AddressCheck(CustomerLookups lookups, CustomerDocument current, Findings findings) {
        this.lookups = lookups;
        this.current = current;
        this.findings = findings;
    }

    /** The addresses that were given, each once; one of which nothing is left is left out. */
    List<Address> of(Object given) {
        Set<Address> addresses = new LinkedHashSet<>();
        int index = 0;
        for (Object element : Given.elements(given)) {
            Address address = address(CustomerField.ADDRESSES.jsonName() + "[" + index++ + "]", element);
            if (address != null) {
                addresses.add(address);
            }
        }
        return List.copyOf(addresses);
    }

    private Address address(String at, Object element) {
        String street = findings.limited(
                at + ".street", TextFold.clean(Given.part(element, "street")), CustomerCheck.TEXT_LIMIT);
        String commune =
                findings.limited(at + ".commune", TextFold.clean(Given.mapPart(element, "commune")), PLACE_LIMIT);
        String province =
                findings.limited(at + ".province", TextFold.clean(Given.mapPart(element, "province")), PLACE_LIMIT);
        String note = findings.limited(
                at + ".note", TextFold.clean(Given.mapPart(element, "note")), CustomerCheck.TEXT_LIMIT);
        Double lat = degrees(at + ".lat", Given.mapPart(element, "lat"), 90);
        Double lon = degrees(at + ".lon", Given.mapPart(element, "lon"), 180);
        requireBoth(at, Given.mapPart(element, "lat"), Given.mapPart(element, "lon"));
        if (street == null && commune == null && province == null && note == null && lat == null) {
            return null;
        }
        PlaceIndex places = lookups.places();
        String provinceCode = places.province(province);
        String communeCode = places.commune(provinceCode, commune);
        Address same = sameWords(province, commune);
        if (same != null && communeCode == null) {
            provinceCode = provinceCode == null ? same.provinceCode() : provinceCode;
            communeCode = same.communeCode();
        }
        return new Address(
                street,
                places.name(communeCode, commune),
                communeCode,
                places.name(provinceCode, province),
                provinceCode,
                note,
                lon == null ? null : lat,
                lat == null ? null : lon);
    }

    /** Half a position is none, and would be lost without a word. */
    private void requireBoth(String at, String lat, String lon) {
        if (lat.isBlank() != lon.isBlank()) {
            findings.problem(at + (lat.isBlank() ? ".lat" : ".lon"), CustomerCheck.REQUIRED);
        }
    }

    /** The address that the customer has in these words: it may have codes that somebody chose for them. */
    @SuppressWarnings("unchecked")
    private Address sameWords(String province, String commune) {
        List<Address> addresses = (List<Address>) current.get(CustomerField.ADDRESSES);
        return addresses == null
                ? null
                : addresses.stream()
                        .filter(address -> Objects.equals(address.province(), province)
                                && Objects.equals(address.commune(), commune))
                        .findFirst()
                        .orElse(null);
    }

    private Double degrees(String at, String text, int limit) {
        if (text.isBlank()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text.trim().replace(',', '.'));
            if (Math.abs(value) <= limit) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        findings.problem(at, CustomerCheck.BAD_VALUE, text);
        return null;
    }
}
