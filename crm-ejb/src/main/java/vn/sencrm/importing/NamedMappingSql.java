package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;

/** Reads and writes {@code import_mapping}: a handful for each user. */
@ApplicationScoped
class NamedMappingSql {

    private static final String VISIBLE =
            """
            select id, type, name, owner_id is null as shared, headers, mapping
            from import_mapping where (owner_id is null or owner_id = ?)
            """;

    /** The user's own before everybody's, then the newest. */
    private static final String ORDER = " order by owner_id nulls last, created_at desc, id desc";

    @Inject
    Database database;

    /** Those of a type that the user sees. */
    List<NamedMapping> visible(String type, long userId) {
        return database.list(SqlFragment.of(VISIBLE + " and type = ?" + ORDER, userId, type), NamedMappingSql::mapping);
    }

    Optional<NamedMapping> find(long id, long userId) {
        return database.first(SqlFragment.of(VISIBLE + " and id = ?", userId, id), NamedMappingSql::mapping);
    }

    /** The one to apply to a file with these very titles. */
    Optional<NamedMapping> of(String type, List<String> headers, long userId) {
        return database.first(
                SqlFragment.of(
                        VISIBLE + " and type = ? and headers = ?::jsonb" + ORDER + " limit 1",
                        userId,
                        type,
                        MappingJson.of(headers)),
                NamedMappingSql::mapping);
    }

    int countOf(long ownerId) {
        return database.first(
                        SqlFragment.of("select count(*) from import_mapping where coalesce(owner_id, 0) = ?", ownerId),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /**
     * Keeps a run's mapping under the name, instead of one that had it.
     *
     * @param ownerId 0 for everybody
     */
    long put(ImportRun run, String name, long ownerId, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into import_mapping
                                    (id, type, owner_id, name, name_fold, headers, mapping, created_at)
                                values (nextval('import_mapping_seq'), ?, nullif(?, 0), ?, ?, ?::jsonb, ?::jsonb, ?)
                                on conflict (type, coalesce(owner_id, 0), name_fold) do update
                                set name = excluded.name, headers = excluded.headers, mapping = excluded.mapping,
                                    created_at = excluded.created_at
                                returning id
                                """,
                                run.type(),
                                ownerId,
                                name,
                                TextFold.fold(name),
                                MappingJson.of(run.headers()),
                                MappingJson.of(run.mapping()),
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    void delete(long id) {
        database.update(SqlFragment.of("delete from import_mapping where id = ?", id));
    }

    private static NamedMapping mapping(ResultSet row) throws SQLException {
        return new NamedMapping(
                row.getLong("id"),
                row.getString("type"),
                row.getString("name"),
                row.getBoolean("shared"),
                MappingJson.headers(row.getString("headers")),
                MappingJson.mapping(row.getString("mapping")));
    }
}
