package vn.sencrm.customer.attribute;

import java.util.List;
import vn.sencrm.common.filter.FilterField;
import vn.sencrm.common.filter.FilterType;

/**
 * How attributes are filtered: equality by what {@code customer.attributes} contains, ranges by the value itself. A value
 * that is not of the type, as it was written while the type changed, matches nothing and breaks nothing.
 */
public final class AttributeFilters {

    private static final String COLUMN = "c.attributes";

    private static final String DATE = "^\\d{4}-\\d\\d-\\d\\d$";

    private AttributeFilters() {}

    /** The fields of those attributes that are still offered. */
    public static List<FilterField> of(Attributes attributes) {
        return attributes.live().stream().map(AttributeFilters::field).toList();
    }

    /** Codes consist of letters, digits and underscores alone, so that they may stand in SQL. */
    private static FilterField field(Attribute attribute) {
        String name = attribute.filterName();
        String value = COLUMN + " -> '" + attribute.code() + "'";
        String text = COLUMN + " ->> '" + attribute.code() + "'";
        FilterField field =
                switch (attribute.type()) {
                    case TEXT -> FilterField.text(name, "text_fold(" + text + ")");
                    case NUMBER ->
                        FilterField.of(
                                name,
                                FilterType.NUMBER,
                                "(case when jsonb_typeof(" + value + ") = 'number' then (" + value + ")::numeric end)");
                    case DATE ->
                        FilterField.of(
                                name,
                                FilterType.DATE,
                                "(case when " + text + " ~ '" + DATE + "' then (" + text + ")::date end)");
                    case YES_NO -> FilterField.of(name, FilterType.BOOLEAN, value);
                    case CHOICE, MULTI_CHOICE ->
                        FilterField.code(
                                name,
                                value,
                                attribute.choices().stream()
                                        .map(Attribute.Choice::code)
                                        .toList());
                    case PHOTO, VIDEO -> FilterField.of(name, FilterType.PRESENCE, value);
                };
        FilterField present = field.present(value + " is not null");
        return attribute.type() == AttributeType.TEXT
                ? present
                : present.member(COLUMN, attribute.code(), attribute.type() == AttributeType.MULTI_CHOICE);
    }
}
