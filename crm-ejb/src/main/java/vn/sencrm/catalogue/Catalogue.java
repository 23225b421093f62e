package vn.sencrm.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * The description of one catalogue: the only source of the table and column names that {@code CatalogueSql} puts into
 * its statements. The table has {@code id, version, code, name_vi, name_en, position, colour, archived}, the sequence
 * {@code catalogue_seq} for its ids, and a unique index on {@code upper(code)}.
 *
 * @param name in addresses ({@code customer-statuses}): part of the public contract
 * @param fields what its entries have beyond that
 * @param uses where records refer to it; each must be a foreign key, so that nothing used is ever deleted
 */
public record Catalogue(String name, String table, List<CatalogueField> fields, List<Use> uses) {

    /** A column that holds an entry's id. */
    public record Use(String table, String column) {
        public Use {
            requireIdentifier(table);
            requireIdentifier(column);
        }
    }

    public Catalogue {
        requireIdentifier(table);
        fields = List.copyOf(fields);
        uses = List.copyOf(uses);
    }

    public Optional<CatalogueField> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** The column of a field, of those that all catalogues have too. */
    public String column(String fieldName) {
        return switch (fieldName) {
            case CatalogueInput.CODE -> "code";
            case CatalogueInput.NAME_VI -> "name_vi";
            case CatalogueInput.NAME_EN -> "name_en";
            case CatalogueInput.COLOUR -> "colour";
            default -> field(fieldName).orElseThrow().column();
        };
    }

    static void requireIdentifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain identifier: " + name);
        }
    }
}
