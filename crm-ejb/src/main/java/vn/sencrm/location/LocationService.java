package vn.sencrm.location;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.catalogue.EntryInUseException;
import vn.sencrm.catalogue.StaleEntryException;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Provinces and communes: looked up by everybody who sees customers, kept by who configures the product (LOC-1). */
@Stateless
@RolesAllowed(Right.CONFIGURE)
public class LocationService {

    private static final String ENTITY = "location";
    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";

    @Inject
    LocationSql sql;

    @Inject
    PlaceIndexSql index;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public List<LocationRow> provinces(boolean archived) {
        return sql.provinces(archived);
    }

    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public List<LocationRow> communes(String province, boolean archived) {
        return sql.communes(get(province).code(), archived);
    }

    /** Places of both levels by words of their name, or by code. */
    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public List<LocationRow> search(String text, boolean archived, int limit) {
        return sql.search(TextFold.clean(text), archived, limit);
    }

    /**
     * What a form offers while a place is typed.
     *
     * @param province the name or code of the province in which a commune is typed; null for provinces. None is offered
     *     in a province that is unknown
     */
    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public List<Place> suggest(String province, String text, int limit) {
        if (province == null) {
            return sql.suggest(null, text, limit);
        }
        String code = sql.provinceNamed(province).orElseGet(() -> index.load().province(province));
        return code == null ? List.of() : sql.suggest(code, text, limit);
    }

    /** @throws NotFoundException when there is none */
    @RolesAllowed({Right.CONFIGURE, Right.CUSTOMER_VIEW})
    public LocationRow get(String code) {
        return sql.find(code).orElseThrow(() -> new NotFoundException(ENTITY, code));
    }

    /** @throws InvalidInputException naming every field that is wrong, the code too when it is taken */
    public LocationRow add(LocationInput input, Cause cause) {
        LocationCheck check = new LocationCheck();
        String name = check.name(input.name());
        String code = check.code(input.code());
        String province = province(input.provinceCode(), check);
        List<String> former = check.former(input.former() == null ? List.of() : input.former());
        check.orThrow();
        unique(code, () -> {
            sql.insert(code, province, name);
            return true;
        });
        sql.setFormer(code, former);
        LocationRow added = get(code);
        write(null, added, cause);
        return added;
    }

    /** @throws StaleEntryException when somebody was quicker */
    public LocationRow change(String code, int version, LocationInput input, Cause cause) {
        LocationRow before = get(code);
        LocationCheck check = new LocationCheck();
        String name = input.name() == null ? before.name() : check.name(input.name());
        List<String> former = input.former() == null ? before.former() : check.former(input.former());
        check.orThrow();
        requireNewest(before, sql.rename(code, version, name));
        sql.setFormer(code, former);
        LocationRow after = get(code);
        write(before, after, cause);
        return after;
    }

    /**
     * Likewise, in or out of use: all of it happens or nothing.
     *
     * @param archived null to leave it as it is
     */
    public LocationRow change(String code, int version, LocationInput input, Boolean archived, Cause cause) {
        LocationRow changed = change(code, version, input, cause);
        return archived == null ? changed : archive(code, changed.version(), archived, cause);
    }

    /** Takes a place out of use, or back into it. Addresses keep it; nobody finds it any more. */
    public LocationRow archive(String code, int version, boolean archived, Cause cause) {
        LocationRow before = get(code);
        requireNewest(before, sql.archive(code, version, archived));
        LocationRow after = get(code);
        write(before, after, cause);
        return after;
    }

    /** @throws EntryInUseException when addresses or communes refer to it, be it since a moment ago */
    public void delete(String code, int version, Cause cause) {
        LocationRow row = get(code);
        if (row.isUsed()) {
            throw new EntryInUseException(row.name());
        }
        try {
            requireNewest(row, sql.delete(code, version));
        } catch (DatabaseException refused) {
            throw refused.sqlState().equals(FOREIGN_KEY) ? new EntryInUseException(row.name()) : refused;
        }
        write(row, null, cause);
    }

    private static void requireNewest(LocationRow row, boolean changed) {
        if (!changed) {
            throw new StaleEntryException(row.name());
        }
    }

    private String province(String given, LocationCheck check) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String code = index.load().province(given);
        if (code == null) {
            check.problem("provinceCode", "UNKNOWN_OPTION", given);
        }
        return code;
    }

    private static <T> T unique(String code, Supplier<T> write) {
        try {
            return write.get();
        } catch (DatabaseException refused) {
            throw refused.sqlState().equals(UNIQUE)
                    ? new InvalidInputException(List.of(new FieldProblem("code", "CODE_TAKEN", code)))
                    : refused;
        }
    }

    private void write(LocationRow before, LocationRow after, Cause cause) {
        String action = before == null ? AuditSql.CREATE : after == null ? "DELETE" : AuditSql.UPDATE;
        LocationRow row = after == null ? before : after;
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                row.id(),
                row.version(),
                action,
                before == null ? null : json(before),
                after == null ? "{}" : json(after));
    }

    private static String json(LocationRow row) {
        return JSON.createObjectBuilder()
                .add("code", row.code())
                .add("name", row.name())
                .add("archived", row.archived())
                .add("former", JSON.createArrayBuilder(row.former()))
                .build()
                .toString();
    }
}
