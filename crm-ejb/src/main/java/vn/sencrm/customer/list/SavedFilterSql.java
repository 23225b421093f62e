package vn.sencrm.customer.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.CustomerStage;

/** Saved filters and what users made of their lists: a few rows for each user, read by its index. */
@ApplicationScoped
class SavedFilterSql {

    /** One user sees their own and the shared ones. */
    private static final String VISIBLE =
            """
            select f.id, f.version, f.owner_id, f.name, f.stage, f.filter, f.search, f.sort, f.columns, f.shared,
                   u.username, u.full_name, u.active,
                   exists (select from user_list l where l.user_id = ? and l.saved_filter_id = f.id
                           and l.stage = coalesce(f.stage, 'ALL')) opens_first
            from saved_filter f join app_user u on u.id = f.owner_id
            where (f.owner_id = ? or f.shared)
            """;

    /** A row as it is stored. */
    record Row(
            long id,
            int version,
            long ownerId,
            String owner,
            String ownerName,
            boolean ownerActive,
            SavedFilterInput kept,
            boolean opensFirst) {

        /** The row after a change. */
        Row changed(SavedFilterInput now) {
            boolean sameList = now.stage() == kept.stage();
            return new Row(id, version + 1, ownerId, owner, ownerName, ownerActive, now, opensFirst && sameList);
        }
    }

    @Inject
    Database database;

    List<Row> visible(long viewer) {
        return database.list(
                SqlFragment.of(VISIBLE + " order by f.owner_id <> ?, f.name_fold, f.id", viewer, viewer, viewer),
                SavedFilterSql::read);
    }

    Optional<Row> visible(long id, long viewer) {
        return database.first(SqlFragment.of(VISIBLE + " and f.id = ?", viewer, viewer, id), SavedFilterSql::read);
    }

    /** What the user's list of a stage begins with, if they still may see it. */
    Optional<Row> first(String stage, long viewer) {
        return database.first(
                SqlFragment.of(
                        VISIBLE + " and f.id = (select l.saved_filter_id from user_list l"
                                + " where l.user_id = ? and l.stage = ?) and coalesce(f.stage, 'ALL') = ?",
                        viewer,
                        viewer,
                        viewer,
                        stage,
                        stage),
                SavedFilterSql::read);
    }

    int countOf(long owner) {
        return database.first(
                        SqlFragment.of("select count(*) from saved_filter where owner_id = ?", owner),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    long insert(long owner, SavedFilterInput input, Instant now) {
        long id = database.first(SqlFragment.of("select nextval('saved_filter_seq')"), row -> row.getLong(1))
                .orElseThrow();
        database.update(SqlFragment.of(
                """
                insert into saved_filter (id, owner_id, name, name_fold, stage, filter, search, sort, columns, shared,
                                          created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as text[]), ?, ?, ?)
                """,
                id,
                owner,
                input.name(),
                TextFold.fold(input.name()),
                orNull(input.stage()),
                orNull(input.filter()),
                orNull(input.search()),
                orNull(input.sort()),
                orNull(input.columns()),
                input.shared(),
                now,
                now));
        return id;
    }

    /** Whether the row still had this version. */
    boolean update(long id, int version, SavedFilterInput input, Instant now) {
        SqlFragment change = SqlFragment.of(
                """
                update saved_filter set version = version + 1, name = ?, name_fold = ?, stage = ?, filter = ?,
                       search = ?, sort = ?, columns = cast(? as text[]), shared = ?, updated_at = ?
                where id = ? and version = ?
                """,
                input.name(),
                TextFold.fold(input.name()),
                orNull(input.stage()),
                orNull(input.filter()),
                orNull(input.search()),
                orNull(input.sort()),
                orNull(input.columns()),
                input.shared(),
                now,
                id,
                version);
        return database.update(change) == 1;
    }

    void delete(long id) {
        database.update(SqlFragment.of("delete from saved_filter where id = ?", id));
    }

    /** @param savedFilter null for none */
    void openFirst(long user, String stage, Long savedFilter) {
        database.update(SqlFragment.of(
                "insert into user_list (user_id, stage, saved_filter_id) values (?, ?, ?)"
                        + " on conflict (user_id, stage) do update set saved_filter_id = excluded.saved_filter_id",
                user,
                stage,
                savedFilter == null ? Database.Null.BIGINT : savedFilter));
    }

    /** The columns that the user chose for the list of a stage, if they did. */
    Optional<List<String>> columns(long user, String stage) {
        return database.first(
                SqlFragment.of(
                        "select columns from user_list where user_id = ? and stage = ? and columns is not null",
                        user,
                        stage),
                row -> texts(row.getArray(1)));
    }

    /** @param columns null for those that everybody has */
    void setColumns(long user, String stage, List<String> columns) {
        database.update(SqlFragment.of(
                "insert into user_list (user_id, stage, columns) values (?, ?, cast(? as text[]))"
                        + " on conflict (user_id, stage) do update set columns = excluded.columns",
                user,
                stage,
                orNull(columns)));
    }

    private static Object orNull(Object value) {
        return value == null ? Database.Null.TEXT : value;
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static Row read(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        SavedFilterInput kept = new SavedFilterInput(
                row.getString("name"),
                stage == null ? null : CustomerStage.valueOf(stage),
                row.getString("filter"),
                row.getString("search"),
                row.getString("sort"),
                texts(row.getArray("columns")),
                row.getBoolean("shared"));
        return new Row(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("owner_id"),
                row.getString("username"),
                row.getString("full_name"),
                row.getBoolean("active"),
                kept,
                row.getBoolean("opens_first"));
    }
}
