package vn.sencrm.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;

/** Reads and writes {@code location} and {@code location_alias}. */
@ApplicationScoped
class LocationSql {

    /** Addresses are counted up to here, through the indexes of customer_place. */
    static final int COUNTED = 10_000;

    private static final String SELECT =
            """
            select l.id, l.code, l.parent_code, l.version, l.name, l.archived,
                   array(select a.name from location_alias a where a.location_code = l.code order by a.name) as former,
                   case when l.parent_code is null then (select count(*) from location c
                        where c.parent_code = l.code and not c.archived) else 0 end as communes,
                   case when l.parent_code is null
                        then (select count(*) from (select 1 from customer_place p where p.province = l.code limit 10000) n)
                        else (select count(*) from (select 1 from customer_place p where p.commune = l.code limit 10000) n)
                   end as addresses
            from location l
            """;

    private static final String ORDER =
            " order by regexp_replace(l.name_fold, '^(thanh pho|tinh|phuong|xa|dac khu|thi tran) ', ''), l.code";

    @Inject
    Database database;

    List<LocationRow> provinces(boolean archived) {
        return database.list(
                SqlFragment.of(SELECT + "where l.parent_code is null and l.archived = ?" + ORDER, archived),
                LocationSql::row);
    }

    List<LocationRow> communes(String province, boolean archived) {
        return database.list(
                SqlFragment.of(SELECT + "where l.parent_code = ? and l.archived = ?" + ORDER, province, archived),
                LocationSql::row);
    }

    /** Places of both levels whose name or a former one has all the words, or that have this code. */
    List<LocationRow> search(String text, boolean archived, int limit) {
        SqlFragment query = SqlFragment.of(SELECT + "where l.archived = ? and (l.code = ? or (true", archived, text);
        for (TextFold.Word word : TextFold.queryWords(text)) {
            query = query.then(SqlFragment.of(" and l.name_fold like ?", like(word)));
        }
        query = query.then(SqlFragment.of(")) "));
        return database.list(query.then(SqlFragment.of(ORDER + " limit ?", limit)), LocationSql::row);
    }

    private static String like(TextFold.Word word) {
        return "%" + TextFold.likePattern(TextFold.fold(word.part())) + "%";
    }

    /** What an address form offers: names that begin so first, then those that have it at the start of a word. */
    List<Place> suggest(String province, String text, int limit) {
        String fold = TextFold.likePattern(TextFold.fold(TextFold.clean(text)));
        SqlFragment level = province == null
                ? SqlFragment.of("l.parent_code is null")
                : SqlFragment.of("l.parent_code = ?", province);
        SqlFragment query = SqlFragment.of(
                        "select l.code, l.parent_code, l.name from location l where not l.archived and ")
                .then(level)
                .then(SqlFragment.of(
                        " and (l.name_fold like ? or l.name_fold like ?) order by strpos(l.name_fold, ?), l.name_fold"
                                + " limit ?",
                        fold + "%",
                        "% " + fold + "%",
                        TextFold.fold(TextFold.clean(text)),
                        limit));
        return database.list(query, row -> new Place(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** The province of exactly this name, which needs no more than a look. */
    Optional<String> provinceNamed(String name) {
        return database.first(
                SqlFragment.of(
                        "select code from location where parent_code is null and not archived and name = ?", name),
                row -> row.getString(1));
    }

    Optional<LocationRow> find(String code) {
        return database.first(SqlFragment.of(SELECT + "where l.code = ?", code), LocationSql::row);
    }

    private static LocationRow row(ResultSet row) throws SQLException {
        return new LocationRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("parent_code"),
                row.getInt("version"),
                row.getString("name"),
                row.getBoolean("archived"),
                List.of((String[]) row.getArray("former").getArray()),
                row.getInt("communes"),
                row.getLong("addresses"));
    }

    void insert(String code, String province, String name) {
        database.update(SqlFragment.of(
                "insert into location (code, parent_code, level, name, name_fold) values (?, ?, ?, ?, ?)",
                code,
                province == null ? Database.Null.TEXT : province,
                province == null ? "PROVINCE" : "COMMUNE",
                name,
                TextFold.fold(name)));
    }

    /** False when it is gone or no longer of this version. */
    boolean rename(String code, int version, String name) {
        return database.update(SqlFragment.of(
                        "update location set name = ?, name_fold = ?, version = version + 1"
                                + " where code = ? and version = ?",
                        name,
                        TextFold.fold(name),
                        code,
                        version))
                == 1;
    }

    boolean archive(String code, int version, boolean archived) {
        return database.update(SqlFragment.of(
                        "update location set archived = ?, version = version + 1 where code = ? and version = ?",
                        archived,
                        code,
                        version))
                == 1;
    }

    /** @throws vn.sencrm.common.DatabaseException by a foreign key, when an address or a commune refers to it */
    boolean delete(String code, int version) {
        return database.update(SqlFragment.of("delete from location where code = ? and version = ?", code, version))
                == 1;
    }

    /** The former names of a place become these. */
    void setFormer(String code, List<String> names) {
        database.update(
                SqlFragment.of("delete from location_alias where location_code = ? and name <> all (?)", code, names));
        addFormer(code, names);
    }

    void addFormer(String code, List<String> names) {
        database.update(SqlFragment.of(
                """
                insert into location_alias (id, location_code, name)
                select nextval('location_alias_seq'), ?, n from unnest(?) as n on conflict do nothing
                """,
                code,
                names));
    }
}
