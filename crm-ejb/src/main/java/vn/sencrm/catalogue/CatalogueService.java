package vn.sencrm.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * The one way in which entries of every catalogue are listed, added, changed, ordered, archived and deleted. Whoever
 * changes an entry says which version they read; each change stands in the audit.
 */
@Stateless
@RolesAllowed(Right.CONFIGURE)
public class CatalogueService {

    /** A catalogue is chosen from, not searched through: more entries than this are a mistake. */
    public static final int MOST = 1_000;

    /** PostgreSQL's class of errors for a foreign key that still holds. */
    private static final String FOREIGN_KEY = "23503";

    @Inject
    Catalogues catalogues;

    @Inject
    CatalogueSql sql;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The entries in their order, archived ones too. */
    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public List<CatalogueEntry> all(String catalogue) {
        return sql.all(catalogues.get(catalogue));
    }

    /** Those whose code or name has all the words, without regard to case and diacritics. */
    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public List<CatalogueEntry> search(String catalogue, String text) {
        List<String> words =
                TextFold.queryWords(text).stream().map(TextFold.Word::part).toList();
        return all(catalogue).stream().filter(entry -> has(entry, words)).toList();
    }

    private static boolean has(CatalogueEntry entry, List<String> words) {
        String text = TextFold.fold(entry.code() + " " + entry.nameVi() + " " + entry.nameEn());
        return words.stream().allMatch(word -> text.contains(TextFold.fold(word)));
    }

    /** @throws NotFoundException when there is none */
    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public CatalogueEntry get(String catalogue, long id) {
        return find(catalogues.get(catalogue), id);
    }

    private CatalogueEntry find(Catalogue catalogue, long id) {
        return sql.find(catalogue, id).orElseThrow(() -> new NotFoundException(catalogue.name(), id));
    }

    /**
     * Adds an entry as the last.
     *
     * @throws InvalidInputException naming every field that is wrong, the code too when it is taken
     */
    public CatalogueEntry add(String name, CatalogueInput input, Cause cause) {
        Catalogue catalogue = catalogues.get(name);
        Map<String, Object> values = CatalogueCheck.ofNew(catalogue, input);
        sql.lock(catalogue);
        if (input.asMap().getOrDefault(CatalogueInput.CODE, "").isBlank()) {
            values.put(CatalogueInput.CODE, free(catalogue, (String) values.get(CatalogueInput.CODE)));
        }
        refuseTaken(catalogue, values, 0);
        CatalogueEntry added = find(catalogue, sql.insert(catalogue, values));
        if (added.position() > MOST) {
            throw new InvalidInputException(List.of(new FieldProblem(CatalogueInput.NAME_VI, "TOO_MANY", "" + MOST)));
        }
        write(catalogue, null, added, AuditSql.CREATE, cause);
        return added;
    }

    /** The code, or the first of "CODE_2", "CODE_3" … that nobody has. */
    private String free(Catalogue catalogue, String code) {
        String free = code;
        for (int n = 2; sql.isCodeTaken(catalogue, free, 0); n++) {
            free = code + "_" + n;
        }
        return free;
    }

    private void refuseTaken(Catalogue catalogue, Map<String, Object> values, long exceptId) {
        Object code = values.get(CatalogueInput.CODE);
        if (code != null && sql.isCodeTaken(catalogue, code.toString(), exceptId)) {
            throw new InvalidInputException(
                    List.of(new FieldProblem(CatalogueInput.CODE, "CODE_TAKEN", code.toString())));
        }
    }

    /**
     * Changes the given fields.
     *
     * @throws InvalidInputException naming every field that is wrong, the code too when it is taken
     * @throws StaleEntryException when somebody was quicker
     */
    public CatalogueEntry change(String name, long id, int version, CatalogueInput input, Cause cause) {
        Catalogue catalogue = catalogues.get(name);
        sql.lock(catalogue);
        CatalogueEntry before = find(catalogue, id);
        Map<String, Object> values = CatalogueCheck.ofChange(catalogue, input);
        refuseTaken(catalogue, values, id);
        requireNewest(
                before, values.isEmpty() ? before.version() == version : sql.update(catalogue, id, version, values));
        CatalogueEntry after = find(catalogue, id);
        write(catalogue, before, after, AuditSql.UPDATE, cause);
        return after;
    }

    /**
     * Likewise, with what else may be said of an entry: all of it happens or nothing.
     *
     * @param archived null to leave it as it is
     * @param position its new place among all from 1, beyond the last is the last; null to leave it where it is
     */
    public CatalogueEntry change(
            String name, long id, int version, CatalogueInput input, Boolean archived, Integer position, Cause cause) {
        CatalogueEntry changed = change(name, id, version, input, cause);
        if (archived != null) {
            changed = archive(name, id, changed.version(), archived, cause);
        }
        if (position != null) {
            reorder(name, id, cause, entries -> Math.max(1, Math.min(position, entries.size())));
            changed = get(name, id);
        }
        return changed;
    }

    private static void requireNewest(CatalogueEntry entry, boolean changed) {
        if (!changed) {
            throw new StaleEntryException(entry.nameVi());
        }
    }

    /** Takes an entry out of use, or back into it. Records keep it; forms do not offer it. */
    public CatalogueEntry archive(String name, long id, int version, boolean archived, Cause cause) {
        Catalogue catalogue = catalogues.get(name);
        CatalogueEntry before = find(catalogue, id);
        if (before.archived() == archived) {
            return before;
        }
        requireNewest(before, sql.archive(catalogue, id, version, archived));
        CatalogueEntry after = find(catalogue, id);
        write(catalogue, before, after, AuditSql.UPDATE, cause);
        return after;
    }

    /**
     * Deletes an entry that nothing refers to.
     *
     * @throws EntryInUseException when something does, be it since a moment ago
     */
    public void delete(String name, long id, int version, Cause cause) {
        Catalogue catalogue = catalogues.get(name);
        CatalogueEntry entry = find(catalogue, id);
        if (entry.isUsed()) {
            throw new EntryInUseException(entry.nameVi());
        }
        try {
            requireNewest(entry, sql.delete(catalogue, id, version));
        } catch (DatabaseException refused) {
            throw refused.sqlState().equals(FOREIGN_KEY) ? new EntryInUseException(entry.nameVi()) : refused;
        }
        write(catalogue, entry, null, "DELETE", cause);
    }

    /** Moves an entry before (-1) or behind (1) its neighbour among those that are in use, or archived, as it is. */
    public void move(String name, long id, int step, Cause cause) {
        reorder(name, id, cause, entries -> {
            CatalogueEntry moved = entries.stream()
                    .filter(entry -> entry.id() == id)
                    .findFirst()
                    .orElseThrow();
            List<CatalogueEntry> alike = entries.stream()
                    .filter(entry -> entry.archived() == moved.archived())
                    .toList();
            int target = alike.indexOf(moved) + Integer.signum(step);
            return target < 0 || target >= alike.size()
                    ? moved.position()
                    : alike.get(target).position();
        });
    }

    /** Whoever moves waits for who moves just now, so that two moves are two moves. */
    private void reorder(String name, long id, Cause cause, Function<List<CatalogueEntry>, Integer> target) {
        Catalogue catalogue = catalogues.get(name);
        sql.lock(catalogue);
        CatalogueEntry before = find(catalogue, id);
        List<CatalogueEntry> entries = sql.all(catalogue);
        List<Long> ids =
                new ArrayList<>(entries.stream().map(CatalogueEntry::id).toList());
        ids.remove(id);
        ids.add(target.apply(entries) - 1, id);
        sql.order(catalogue, ids);
        write(catalogue, before, find(catalogue, id), AuditSql.UPDATE, cause);
    }

    private void write(Catalogue catalogue, CatalogueEntry before, CatalogueEntry after, String action, Cause cause) {
        CatalogueEntry entry = after == null ? before : after;
        EntryChange change = EntryChange.between(before, after);
        if (!change.isNothing()) {
            audit.write(
                    clock.instant(),
                    currentUser.id(),
                    cause,
                    catalogue.table(),
                    entry.id(),
                    after == null ? entry.version() + 1 : entry.version(),
                    action,
                    change.before(),
                    change.after());
        }
    }
}
