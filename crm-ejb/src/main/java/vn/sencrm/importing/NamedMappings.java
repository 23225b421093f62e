package vn.sencrm.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Right;

/** Mappings kept by name, each user's own and those for all, which only who configures the product keeps and deletes. */
@Stateless
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class NamedMappings {

    public static final int NAME_LIMIT = 120;

    private static final int MOST = 200;

    @Inject
    ImportAccess access;

    @Inject
    NamedMappingSql sql;

    @Inject
    ImportTargets targets;

    @Inject
    ImportService imports;

    @Inject
    Clock clock;

    /** The user's own and everybody's, of one type of import. */
    public List<NamedMapping> all(String type) {
        return sql.visible(type, access.userId());
    }

    /** @throws NotFoundException when there is none, or it is somebody else's own */
    public NamedMapping get(long id) {
        return sql.find(id, access.userId()).orElseThrow(() -> new NotFoundException("import-mapping", id));
    }

    /** The user's own of that name, else everybody's; @throws InvalidInputException when there is neither. */
    public NamedMapping named(String type, String name) {
        return all(type).stream()
                .filter(mapping -> TextFold.fold(mapping.name()).equals(TextFold.fold(name)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        List.of(new FieldProblem("options.mappingName", "UNKNOWN_OPTION", name))));
    }

    /**
     * Keeps how a run's columns are mapped; one of the same name is replaced.
     *
     * @throws ImportRefusedException NO_RIGHT to keep it for all
     */
    public NamedMapping keep(long run, String name, boolean shared) {
        ImportRun kept = access.get(run);
        if (shared) {
            access.require(Right.CONFIGURE);
        }
        long owner = shared ? 0 : access.userId();
        String clean = check(name);
        if (sql.countOf(owner) >= MOST) {
            throw problem("TOO_MANY", Integer.toString(MOST));
        }
        return get(sql.put(kept, clean, owner, clock.instant()));
    }

    private static String check(String name) {
        String clean = TextFold.clean(name == null ? "" : name);
        if (clean.isEmpty()) {
            throw problem("REQUIRED");
        }
        if (clean.length() > NAME_LIMIT) {
            throw problem("TOO_LONG", Integer.toString(NAME_LIMIT));
        }
        return clean;
    }

    private static InvalidInputException problem(String code, String... arguments) {
        return new InvalidInputException(List.of(new FieldProblem("name", code, arguments)));
    }

    /** Maps a run's columns so, as far as it has them; where the table stands and the options stay. */
    public ImportRun apply(long run, long id) {
        ImportRun mapped = access.get(run);
        Map<String, String> mapping = ImportMapping.known(
                get(id).mapping(), targets.get(mapped.type()).fields());
        return imports.map(run, mapping, mapped.options());
    }

    public void delete(long id) {
        if (get(id).shared()) {
            access.require(Right.CONFIGURE);
        }
        sql.delete(id);
    }
}
