package vn.sencrm.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.Database;

/**
 * What entries of one catalogue have beyond code, names, colour and order: a number, a choice, or a filter of records.
 *
 * @param name in JSON, forms and import files ({@code discountPercent}): part of the public contract
 * @param column of the catalogue's table; not null there, but for a filter
 * @param least and {@code most} bound a number; null for others
 * @param decimals of a number
 * @param options of a choice, the first being what an entry has unless told; empty for others
 * @param filterCheck of a filter, which knows its language: gives the JSON as it is kept, empty for every record, or throws a
 *     {@link CrmException}; null for others
 */
public record CatalogueField(
        String name,
        String column,
        BigDecimal least,
        BigDecimal most,
        int decimals,
        List<String> options,
        UnaryOperator<String> filterCheck) {

    public CatalogueField {
        options = List.copyOf(options);
        Catalogue.requireIdentifier(column);
    }

    public static CatalogueField number(String name, String column, long least, long most, int decimals) {
        return new CatalogueField(
                name, column, BigDecimal.valueOf(least), BigDecimal.valueOf(most), decimals, List.of(), null);
    }

    public static CatalogueField choice(String name, String column, String... options) {
        return new CatalogueField(name, column, null, null, 0, List.of(options), null);
    }

    public static CatalogueField filter(String name, String column, UnaryOperator<String> filterCheck) {
        return new CatalogueField(name, column, null, null, 0, List.of(), filterCheck);
    }

    public boolean isChoice() {
        return !options.isEmpty();
    }

    public boolean isFilter() {
        return filterCheck != null;
    }

    public boolean isNumber() {
        return !isChoice() && !isFilter();
    }

    /** What an entry has that says nothing. */
    public Object absent() {
        if (isFilter()) {
            return Database.Null.TEXT;
        }
        return isChoice() ? options.get(0) : BigDecimal.ZERO;
    }
}
