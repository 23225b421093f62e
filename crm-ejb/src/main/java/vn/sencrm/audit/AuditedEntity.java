package vn.sencrm.audit;

import java.util.function.Function;
import vn.sencrm.common.SqlFragment;

/**
 * How the records of one entity are found and named where the audit is searched: the only source of the table and column
 * names that go into its statements.
 *
 * @param name in {@code audit_entry.entity}
 * @param table null where the entries' own documents tell {@code code} and {@code name}
 * @param code the column of what people type to mean one record, null where there is none
 * @param nameVi the column of its name, in Vietnamese where it has two
 * @param page where a record is looked at, its id to be put behind {@code id=}; or where a list shows it among others
 * @param matching the condition that a text finds a record of the table, whose alias is {@code c}; null for the code as it
 *     is, or a part of a name
 */
public record AuditedEntity(
        String name,
        String table,
        String code,
        String nameVi,
        String nameEn,
        String page,
        Function<String, SqlFragment> matching) {

    public AuditedEntity {
        for (String identifier : new String[] {table, code, nameVi, nameEn}) {
            if (identifier != null && !identifier.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("not a plain identifier: " + identifier);
            }
        }
    }

    /** An entity of a small table, which a search reads as a whole. */
    public static AuditedEntity of(String name, String table, String code, String nameVi, String nameEn, String page) {
        return new AuditedEntity(name, table, code, nameVi, nameEn, page, null);
    }

    /** An entity whose entries name their record themselves. */
    public static AuditedEntity named(String name, String page) {
        return new AuditedEntity(name, null, null, null, null, page, null);
    }

    /** The address of a record inside the application. */
    public String address(long id) {
        return page.endsWith("=") ? page + id : page;
    }
}
