package vn.sencrm.customer.list;

import java.util.List;
import vn.sencrm.customer.CustomerStage;

/** What is to be kept as a {@link SavedFilter}. */
public record SavedFilterInput(
        String name,
        CustomerStage stage,
        String filter,
        String search,
        String sort,
        List<String> columns,
        boolean shared) {

    /** What is kept now, to be changed in part. */
    public static SavedFilterInput of(SavedFilter saved) {
        return new SavedFilterInput(
                saved.name(),
                saved.stage(),
                saved.filter(),
                saved.search(),
                saved.sort(),
                saved.columns(),
                saved.shared());
    }

    public SavedFilterInput named(String otherName, boolean isShared) {
        return new SavedFilterInput(otherName, stage, filter, search, sort, columns, isShared);
    }

    public SavedFilterInput withColumns(List<String> otherColumns) {
        return new SavedFilterInput(name, stage, filter, search, sort, otherColumns, shared);
    }
}
