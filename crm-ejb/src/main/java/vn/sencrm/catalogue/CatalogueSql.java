package vn.sencrm.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/**
 * Reads and writes every catalogue. Names of tables and columns come from the {@link Catalogue}'s description, which is
 * code; values are always bound.
 */
@ApplicationScoped
class CatalogueSql {

    /** Uses are counted up to here: enough to know that an entry is used, and by hardly or by very many. */
    static final int COUNTED = 10_000;

    @Inject
    Database database;

    /** All entries in their order. Each use costs at most {@link #COUNTED} entries of an index, where there is one. */
    List<CatalogueEntry> all(Catalogue catalogue) {
        return database.list(select(catalogue).then(" order by e.place"), row -> entry(catalogue, row));
    }

    Optional<CatalogueEntry> find(Catalogue catalogue, long id) {
        return database.first(
                select(catalogue).then(SqlFragment.of(" where e.id = ?", id)), row -> entry(catalogue, row));
    }

    private static SqlFragment select(Catalogue catalogue) {
        String counts = catalogue.uses().stream()
                .map(use -> "(select count(*) from (select 1 from " + use.table() + " u where u." + use.column()
                        + " = e.id limit " + (COUNTED + 1) + ") n)")
                .collect(Collectors.joining(" + "));
        return SqlFragment.of("select e.*, " + (counts.isEmpty() ? "0" : counts)
                + " as uses from (select t.*, row_number() over (order by position, name_vi, id) as place from "
                + catalogue.table() + " t) e");
    }

    private static CatalogueEntry entry(Catalogue catalogue, ResultSet row) throws SQLException {
        Map<String, Object> more = new LinkedHashMap<>();
        for (CatalogueField field : catalogue.fields()) {
            more.put(field.name(), value(field, row));
        }
        long uses = row.getLong("uses");
        return new CatalogueEntry(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getInt("place"),
                row.getString("colour"),
                row.getBoolean("archived"),
                more,
                Math.min(uses, COUNTED),
                uses <= COUNTED);
    }

    private static Object value(CatalogueField field, ResultSet row) throws SQLException {
        if (field.isFilter()) {
            return CatalogueFilter.of(row.getString(field.column()));
        }
        return field.isChoice() ? row.getString(field.column()) : plain(row.getBigDecimal(field.column()));
    }

    /** 5 rather than 5.00, and 10 rather than 1E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Held to the end of the transaction: order and codes of a catalogue change one at a time. */
    void lock(Catalogue catalogue) {
        database.first(
                SqlFragment.of("select pg_advisory_xact_lock(hashtext(?))", "catalogue:" + catalogue.name()), row -> 1);
    }

    boolean isCodeTaken(Catalogue catalogue, String code, long exceptId) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from " + catalogue.table() + " where upper(code) = upper(?) and id <> ?",
                                code,
                                exceptId),
                        row -> 1)
                .isPresent();
    }

    /** Adds an entry as the last. */
    long insert(Catalogue catalogue, Map<String, Object> values) {
        List<String> columns = new ArrayList<>();
        List<Object> bound = new ArrayList<>();
        values.forEach((field, value) -> {
            columns.add(catalogue.column(field));
            bound.add(value);
        });
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return database.first(
                        new SqlFragment(
                                "insert into " + catalogue.table() + " (id, position, " + String.join(", ", columns)
                                        + ") select nextval('catalogue_seq'), (select coalesce(max(position), 0) + 1"
                                        + " from " + catalogue.table() + "), " + marks + " returning id",
                                bound),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** False when the entry is gone or no longer of this version. */
    boolean update(Catalogue catalogue, long id, int version, Map<String, Object> values) {
        List<Object> bound = new ArrayList<>();
        StringBuilder sets = new StringBuilder("version = version + 1");
        values.forEach((field, value) -> {
            sets.append(", ").append(catalogue.column(field)).append(" = ?");
            bound.add(value);
        });
        bound.add(id);
        bound.add(version);
        return database.update(new SqlFragment(
                        "update " + catalogue.table() + " set " + sets + " where id = ? and version = ?", bound))
                == 1;
    }

    boolean archive(Catalogue catalogue, long id, int version, boolean archived) {
        return database.update(SqlFragment.of(
                        "update " + catalogue.table()
                                + " set archived = ?, version = version + 1 where id = ? and version = ?",
                        archived,
                        id,
                        version))
                == 1;
    }

    /** @throws vn.sencrm.common.DatabaseException by the foreign key, when something refers to it */
    boolean delete(Catalogue catalogue, long id, int version) {
        return database.update(SqlFragment.of(
                        "delete from " + catalogue.table() + " where id = ? and version = ?", id, version))
                == 1;
    }

    /** Gives the entries the places in which their ids stand. */
    void order(Catalogue catalogue, List<Long> ids) {
        database.update(SqlFragment.of(
                "update " + catalogue.table() + " t set position = n.place from unnest(?) with ordinality n(id, place)"
                        + " where t.id = n.id and t.position <> n.place",
                ids));
    }
}
