package vn.sencrm.customer.geocoder;

import java.util.List;

/**
 * A place as a geocoder tells it.
 *
 * @param text the whole of it in one line
 * @param street house and street, or what the place is called; may be null
 * @param areas the areas in which it lies, in the geocoder's words
 */
record FoundAddress(String text, String street, List<String> areas, double lat, double lon) {

    FoundAddress {
        areas = List.copyOf(areas);
    }
}
