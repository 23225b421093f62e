package vn.sencrm.common.filter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that a list lets its users filter by: an allow-list, in the order in which they are offered. */
public final class FilterFields {

    private final Map<String, FilterField> byName;

    private FilterFields(Map<String, FilterField> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    public static FilterFields of(FilterField... fields) {
        return of(List.of(fields));
    }

    public static FilterFields of(Collection<FilterField> fields) {
        Map<String, FilterField> byName = new LinkedHashMap<>();
        for (FilterField field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalArgumentException("field twice: " + field.name());
            }
        }
        return new FilterFields(byName);
    }

    /** These and further ones, such as the company's own attributes. */
    public FilterFields with(Collection<FilterField> more) {
        List<FilterField> all = new java.util.ArrayList<>(byName.values());
        all.addAll(more);
        return of(all);
    }

    /** These, one of them with more to be asked of it than the field of that name here. */
    public FilterFields replacing(FilterField field) {
        return of(byName.values().stream()
                .map(own -> own.name().equals(field.name()) ? field : own)
                .toList());
    }

    public Optional<FilterField> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<FilterField> all() {
        return byName.values();
    }

    /** The field of a condition; {@link FilterException} when there is none of that name. */
    FilterField get(String name, String path) {
        return find(name).orElseThrow(() -> FilterException.unknownField(name, path));
    }
}
