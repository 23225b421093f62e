package vn.sencrm.customer.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.TextSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Finds and names what the references of a filter may stand for: small tables, or one look-up by key for each value. */
@ApplicationScoped
class FilterChoicesSql {

    /**
     * Where a field's values come from.
     *
     * @param rows gives {@code value}, {@code vi}, {@code en}, {@code hint}, {@code key} (how the value is compared),
     *     {@code fold} (what is searched), {@code rank}
     * @param isFound by typing; else all of them are offered
     */
    private record Source(String rows, boolean isFound) {}

    private static final Source USER = new Source(
            """
            select username as value, full_name as vi, full_name as en, username as hint, lower(username) as key,
                   full_name_fold || ' ' || lower(username) as fold, case when active then 0 else 1 end as rank
            from app_user
            """,
            true);

    private static final Source TAG = new Source(
            """
            select name as value, name as vi, name as en, '' as hint, name_fold as key, name_fold as fold,
                   case when owner_id is null then 1 else 0 end as rank
            from tag where (owner_id is null or owner_id = ?)
            """,
            true);

    private static final Source COMMUNE = new Source(
            """
            select l.code as value, l.name as vi, l.name as en, p.name as hint, lower(l.code) as key,
                   l.name_fold || ' ' || p.name_fold as fold,
                   case when l.archived then 1 else 0 end as rank
            from location l join location p on p.code = l.parent_code where l.level = 'COMMUNE'
            """,
            true);

    private static final Source PROVINCE = new Source(
            """
            select code as value, name as vi, name as en, '' as hint, lower(code) as key, name_fold as fold, 0 as rank
            from location where level = 'PROVINCE'
            """,
            false);

    private static final Source GROUP = new Source(
            """
            select name as value, name as vi, name as en, '' as hint, name_fold as key, name_fold as fold, 0 as rank
            from customer_group
            """,
            true);

    private static final Map<String, Source> SOURCES = Map.of(
            "group", GROUP,
            "owner", USER,
            "creator", USER,
            "tags", TAG,
            "address.commune", COMMUNE,
            "address.province", PROVINCE,
            "status", catalogue("customer_status"),
            "category", catalogue("customer_category"),
            "source", catalogue("customer_source"),
            "tier", catalogue("customer_tier"));

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    private static Source catalogue(String table) {
        return new Source(
                "select code as value, name_vi as vi, name_en as en, '' as hint, lower(code) as key, '' as fold,"
                        + " 0 as rank from " + table,
                false);
    }

    boolean isFound(String field) {
        return SOURCES.containsKey(field) && SOURCES.get(field).isFound();
    }

    boolean isNamed(String field) {
        return SOURCES.containsKey(field) || field.equals("account");
    }

    List<FilterChoice> find(String field, String typed, long viewer, int limit) {
        if (!isFound(field)) {
            return List.of();
        }
        SqlFragment query = SqlFragment.of("select value, vi, en, hint from (")
                .then(rows(SOURCES.get(field), viewer))
                .then(") found where ")
                .then(TextSql.contains(SqlFragment.of("fold"), typed))
                .then(SqlFragment.of(
                        " order by rank, fold not like ?, fold, value limit " + limit,
                        TextFold.likePattern(TextFold.fold(typed)) + "%"));
        return database.list(query, FilterChoicesSql::choice);
    }

    /** By the values as they are written; a value may also be a name, as the filter language has it. */
    Map<String, FilterChoice> names(String field, Collection<String> values, Account viewer) {
        Map<String, FilterChoice> byKey = new HashMap<>();
        for (FilterChoice choice : named(field, values, viewer)) {
            byKey.putIfAbsent(key(field, choice.nameVi()), choice);
            byKey.putIfAbsent(key(field, choice.nameEn()), choice);
            byKey.put(key(field, choice.value()), choice);
        }
        Map<String, FilterChoice> names = new HashMap<>();
        values.stream()
                .filter(value -> byKey.containsKey(key(field, value)))
                .forEach(value -> names.put(value, byKey.get(key(field, value))));
        return names;
    }

    private List<FilterChoice> named(String field, Collection<String> values, Account viewer) {
        Source source = SOURCES.get(field);
        if (source == null) {
            return accounts(values, viewer);
        }
        List<String> keys = values.stream().map(value -> key(field, value)).toList();
        SqlFragment query = SqlFragment.of("select value, vi, en, hint from (").then(rows(source, viewer.id()));
        return database.list(
                source.isFound()
                        ? query.then(SqlFragment.of(") found where key = any(?)", keys))
                        : query.then(SqlFragment.of(
                                ") found where key = any(?) or lower(vi) = any(?) or lower(en) = any(?)",
                                keys,
                                keys,
                                keys)),
                FilterChoicesSql::choice);
    }

    /** Companies that the viewer may not see keep their code only. */
    private List<FilterChoice> accounts(Collection<String> codes, Account viewer) {
        List<String> upper =
                codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
        return database.list(
                SqlFragment.of(
                                "select c.code as value, c.name as vi, c.name as en, c.code as hint from customer c"
                                        + " where c.state = 'ACTIVE' and upper(c.code) = any(?) and ",
                                upper)
                        .then(access.predicate(viewer)),
                FilterChoicesSql::choice);
    }

    private static String key(String field, String value) {
        return field.equals("tags") || field.equals("group") ? TextFold.fold(value) : value.toLowerCase(Locale.ROOT);
    }

    private static SqlFragment rows(Source source, long viewer) {
        return source.rows().contains("?") ? SqlFragment.of(source.rows(), viewer) : SqlFragment.of(source.rows());
    }

    private static FilterChoice choice(ResultSet row) throws SQLException {
        return new FilterChoice(
                row.getString("value"), row.getString("vi"), row.getString("en"), row.getString("hint"));
    }
}
