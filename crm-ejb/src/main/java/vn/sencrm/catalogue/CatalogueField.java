package vn.sencrm.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * What entries of one catalogue have beyond code, names, colour and order.
 *
 * @param name in JSON, forms and import files ({@code discountPercent}): part of the public contract
 * @param column of the catalogue's table, not null there
 * @param least and {@code most} bound a number; null for a choice
 * @param decimals of a number
 * @param options of a choice, the first being what an entry has unless told; empty for a number
 */
public record CatalogueField(
        String name, String column, BigDecimal least, BigDecimal most, int decimals, List<String> options) {

    public CatalogueField {
        options = List.copyOf(options);
        Catalogue.requireIdentifier(column);
    }

    public static CatalogueField number(String name, String column, long least, long most, int decimals) {
        return new CatalogueField(
                name, column, BigDecimal.valueOf(least), BigDecimal.valueOf(most), decimals, List.of());
    }

    public static CatalogueField choice(String name, String column, String... options) {
        return new CatalogueField(name, column, null, null, 0, List.of(options));
    }

    public boolean isChoice() {
        return !options.isEmpty();
    }

    /** What an entry has that says nothing. */
    public Object absent() {
        return isChoice() ? options.get(0) : BigDecimal.ZERO;
    }
}
