package vn.sencrm.catalogue;

import java.io.Serializable;
import java.util.Map;

/**
 * An entry of a catalogue.
 *
 * @param position its place among all entries, from 1
 * @param more the catalogue's own fields by name: texts and numbers
 * @param uses how many records refer to it, as far as they were counted
 * @param usesAreExact false when counting stopped early: there are at least {@code uses}
 */
public record CatalogueEntry(
        long id,
        int version,
        String code,
        String nameVi,
        String nameEn,
        int position,
        String colour,
        boolean archived,
        Map<String, Object> more,
        long uses,
        boolean usesAreExact)
        implements Serializable {

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameVi;
    }

    public boolean isUsed() {
        return uses > 0;
    }
}
