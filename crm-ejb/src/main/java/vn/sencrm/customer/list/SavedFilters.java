package vn.sencrm.customer.list;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Filters kept by name, each user's own and those that are shared with all. A shared one shows what its viewer may see,
 * nothing more; it is changed by whoever made it or configures the product. One whose filter can no longer be read stays
 * and says why, so that it can be mended.
 */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class SavedFilters {

    public static final int MAX_NAME = 120;

    private static final String ENTITY = "saved filter";
    private static final int MAX_SEARCH = 200;
    private static final int MAX_OF_ONE_USER = 200;
    private static final int MAX_COLUMNS = 80;
    private static final String COLUMN_NAME = "[A-Za-z][\\w.-]{0,119}";

    /** PostgreSQL's word for a row that would be there twice. */
    private static final String NOT_UNIQUE = "23505";

    @Inject
    SavedFilterSql sql;

    @Inject
    CustomerFilters filterFields;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The caller's own by name, then those of others. */
    public List<SavedFilter> all() {
        return sql.visible(currentUser.id()).stream().map(this::seen).toList();
    }

    /** @throws NotFoundException when there is none or it is another's and not shared */
    public SavedFilter get(long id) {
        return seen(row(id));
    }

    /** What the caller's list of a stage begins with; null for the list of all stages. */
    public Optional<SavedFilter> first(CustomerStage stage) {
        return sql.first(UserLists.name(stage), currentUser.id()).map(this::seen);
    }

    /**
     * Keeps a filter for the caller.
     *
     * @throws InvalidInputException naming what is wrong, NAME_TAKEN for a name that the caller has already given
     */
    public SavedFilter create(SavedFilterInput input) {
        SavedFilterInput checked = checked(input, null);
        if (sql.countOf(currentUser.id()) >= MAX_OF_ONE_USER) {
            throw invalid("name", "TOO_MANY", Integer.toString(MAX_OF_ONE_USER));
        }
        return get(unlessTaken(() -> sql.insert(currentUser.id(), checked, clock.instant()), checked));
    }

    /**
     * Changes a filter as a whole.
     *
     * @throws StaleSavedFilterException when it was changed since this version
     */
    public SavedFilter change(long id, int version, SavedFilterInput input) {
        SavedFilterSql.Row row = editable(id);
        SavedFilterInput checked = checked(input, row.kept());
        if (!unlessTaken(() -> sql.update(id, version, checked, clock.instant()), checked)) {
            throw new StaleSavedFilterException();
        }
        // Not read again: whoever ends the sharing of another's filter has seen it for the last time.
        return seen(row.changed(checked));
    }

    /** Deletes it; whose lists began with it have theirs whole again. */
    public void delete(long id) {
        editable(id);
        sql.delete(id);
    }

    /** The caller's list of its stage begins with this filter, or with none. */
    public void openFirst(long id, boolean opensFirst) {
        SavedFilterSql.Row row = row(id);
        if (opensFirst != row.opensFirst()) {
            sql.openFirst(currentUser.id(), UserLists.name(row.kept().stage()), opensFirst ? id : null);
        }
    }

    private SavedFilterSql.Row row(long id) {
        return sql.visible(id, currentUser.id()).orElseThrow(() -> new NotFoundException(ENTITY, id));
    }

    private SavedFilterSql.Row editable(long id) {
        SavedFilterSql.Row row = row(id);
        if (!isEditable(row)) {
            throw new NotFoundException(ENTITY, id);
        }
        return row;
    }

    private boolean isEditable(SavedFilterSql.Row row) {
        return row.ownerId() == currentUser.id() || currentUser.get().may(Right.CONFIGURE);
    }

    private SavedFilter seen(SavedFilterSql.Row row) {
        SavedFilterInput kept = row.kept();
        return new SavedFilter(
                row.id(),
                row.version(),
                kept.name(),
                row.owner(),
                row.ownerName(),
                row.ownerActive(),
                row.ownerId() == currentUser.id(),
                isEditable(row),
                kept.stage(),
                kept.filter(),
                kept.search(),
                kept.sort(),
                kept.columns(),
                kept.shared(),
                row.opensFirst(),
                problem(kept));
    }

    private FieldProblem problem(SavedFilterInput kept) {
        try {
            filterFields.parse(kept.filter());
        } catch (CrmException unreadable) {
            return problem("filter", unreadable);
        }
        try {
            CustomerSort.of(kept.sort());
            return null;
        } catch (CrmException unknown) {
            return problem("sort", unknown);
        }
    }

    private static FieldProblem problem(String field, CrmException failure) {
        return new FieldProblem(
                field,
                failure.code(),
                failure.arguments().stream().map(Object::toString).toList());
    }

    /** What did not change is not asked again: a filter that cannot be read may still be given another name. */
    private SavedFilterInput checked(SavedFilterInput input, SavedFilterInput before) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = blankToNull(input.name());
        if (name == null || name.length() > MAX_NAME) {
            problems.add(
                    name == null
                            ? new FieldProblem("name", "REQUIRED")
                            : new FieldProblem("name", "TOO_LONG", Integer.toString(MAX_NAME)));
        }
        String search = blankToNull(input.search());
        if (search != null && search.length() > MAX_SEARCH) {
            problems.add(new FieldProblem("search", "TOO_LONG", Integer.toString(MAX_SEARCH)));
        }
        checkColumns(input.columns(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        String filter = input.filter() == null || input.filter().isBlank() ? null : input.filter();
        boolean sameFilter = before != null && filter != null && filter.equals(before.filter());
        String sort = blankToNull(input.sort());
        boolean sameSort = before != null && sort != null && sort.equals(before.sort());
        return new SavedFilterInput(
                name,
                input.stage(),
                filter == null || sameFilter
                        ? filter
                        : filterFields.parse(filter).toJson(),
                search,
                sort == null || sameSort ? sort : order(sort),
                input.columns(),
                input.shared());
    }

    /** Nothing for the order that every list has. */
    private static String order(String sort) {
        String text = CustomerSort.of(sort).text();
        return text.equals(CustomerSort.of(null).text()) ? null : text;
    }

    private static void checkColumns(List<String> columns, List<FieldProblem> problems) {
        if (columns != null && columns.size() > MAX_COLUMNS) {
            problems.add(new FieldProblem("columns", "TOO_MANY", Integer.toString(MAX_COLUMNS)));
        } else if (columns != null) {
            columns.stream()
                    .filter(column -> !column.matches(COLUMN_NAME))
                    .forEach(column -> problems.add(new FieldProblem("columns", "BAD_VALUE", column)));
        }
    }

    private static String blankToNull(String text) {
        String cleaned = text == null ? "" : TextFold.clean(text);
        return cleaned.isEmpty() ? null : cleaned;
    }

    private static <T> T unlessTaken(Supplier<T> write, SavedFilterInput input) {
        try {
            return write.get();
        } catch (DatabaseException refused) {
            if (refused.sqlState().equals(NOT_UNIQUE)) {
                throw invalid("name", "NAME_TAKEN", input.name());
            }
            throw refused;
        }
    }

    private static InvalidInputException invalid(String field, String code, String argument) {
        return new InvalidInputException(List.of(new FieldProblem(field, code, argument)));
    }
}
