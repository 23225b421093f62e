package vn.sencrm.customer.geocoder;

/**
 * An address to choose from while one types.
 *
 * @param text the whole of it in one line, as the geocoder tells it
 * @param street house and street; may be null
 * @param commune today's name of a commune that we know, null where it is unclear
 * @param province likewise of its province
 */
public record AddressSuggestion(String text, String street, String commune, String province, double lat, double lon) {}
