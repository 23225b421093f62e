package vn.sencrm.customer.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;
import vn.sencrm.identity.RecordScope;

/** Reads and keeps {@code required_field} and {@code customer_gap}; sets only. */
@ApplicationScoped
class GapSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    List<RequiredFields.Rule> rules() {
        return database.list(SqlFragment.of("select kind, stage, field from required_field"), GapSql::rule).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(RequiredFields.Rule::kind)
                        .thenComparing(RequiredFields.Rule::stage)
                        .thenComparing(RequiredFields.Rule::field))
                .toList();
    }

    /** Everything that is required now, attributes too. */
    List<String> required() {
        return database.list(
                SqlFragment.of("select kind || ' ' || stage || ' ' || field from required_field order by 1"),
                row -> row.getString(1));
    }

    private static Optional<RequiredFields.Rule> rule(ResultSet row) throws SQLException {
        CustomerKind kind = CustomerKind.valueOf(row.getString("kind"));
        CustomerStage stage = CustomerStage.valueOf(row.getString("stage"));
        return CustomerField.named(row.getString("field")).map(field -> new RequiredFields.Rule(kind, stage, field));
    }

    /** How many rules came or went; those of attributes follow their definitions. */
    int replace(CustomerKind kind, Collection<RequiredFields.Rule> rules) {
        List<String> stages = rules.stream().map(rule -> rule.stage().name()).toList();
        List<String> fields =
                rules.stream().map(rule -> rule.field().jsonName()).toList();
        int gone = database.update(SqlFragment.of(
                """
                delete from required_field r where r.kind = ? and r.field not like 'attributes.%'
                and not exists (select from unnest(?, ?) as n (stage, field) where n.stage = r.stage and n.field = r.field)
                """,
                kind, stages, fields));
        int come = database.update(SqlFragment.of(
                """
                insert into required_field (kind, stage, field)
                select ?, n.stage, n.field from unnest(?, ?) as n (stage, field) on conflict do nothing
                """,
                kind,
                stages,
                fields));
        return gone + come;
    }

    // ---- how many lack what

    /**
     * How many of the user's customers lack each field, looking no further than {@code limit}: the index alone for
     * whoever sees all, else the newest of the user's customers.
     */
    Map<String, Long> counts(Account user, int limit) {
        SqlFragment query = user.scope() == RecordScope.ALL ? ofAll(limit) : ofSome(user, limit);
        Map<String, Long> counts = new LinkedHashMap<>();
        database.list(query, row -> counts.put(row.getString("field"), row.getLong("lacking")));
        return counts;
    }

    private static SqlFragment ofAll(int limit) {
        return SqlFragment.of(
                """
                select r.field, (select count(*) from (select from customer_gap g where g.field = r.field limit ?) n)
                                lacking
                from (select distinct field from required_field) r
                """,
                limit);
    }

    private SqlFragment ofSome(Account user, int limit) {
        return SqlFragment.of("select g.field, count(*) lacking from (")
                .then(newest(user, limit))
                .then(") c join customer_gap g on g.customer_id = c.id group by g.field");
    }

    /** Whether the user has more customers than are looked at. */
    boolean hasMore(Account user, int limit) {
        return user.scope() != RecordScope.ALL
                && database.first(
                                        SqlFragment.of("select count(*) from (")
                                                .then(newest(user, limit))
                                                .then(") c"),
                                        row -> row.getLong(1))
                                .orElse(0L)
                        >= limit;
    }

    /** The newest of the user's customers; the ways of seeing them overlap, and each counts once. */
    private SqlFragment newest(Account user, int limit) {
        String newestFirst = " order by c.updated_at desc, c.id desc limit " + limit;
        SqlFragment union = access.branches(user).stream()
                .map(branch -> SqlFragment.of(
                                "(select c.id, c.updated_at from customer c where c.state = 'ACTIVE' and ")
                        .then(branch)
                        .then(newestFirst + ")"))
                .reduce((one, other) -> one.then(" union ").then(other))
                .orElseThrow();
        return SqlFragment.of("select c.id from (").then(union).then(") c" + newestFirst);
    }

    /** What each of these customers lacks; those who lack nothing are left out. */
    Map<Long, List<String>> of(Collection<Long> ids) {
        Map<Long, List<String>> gaps = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            database.list(
                    SqlFragment.of(
                            """
                            select customer_id, array_agg(field order by field) fields from customer_gap
                            where customer_id = any (?) group by customer_id
                            """,
                            ids),
                    row -> gaps.put(row.getLong("customer_id"), List.of((String[])
                            row.getArray("fields").getArray())));
        }
        return gaps;
    }

    // ---- anew

    /** The id up to which the next step goes, empty at the end. */
    Optional<Long> nextStop(long after, int customers) {
        return database.first(
                SqlFragment.of(
                        """
                        select max(id) up_to from (select id from customer where id > ? order by id limit ?) c
                        having count(*) > 0
                        """,
                        after,
                        customers),
                row -> row.getLong(1));
    }

    /**
     * Works out anew what the customers of a range of ids lack, and tells how many gaps came or went. A customer whose
     * gap is new is locked meanwhile: it cannot be filled in unseen.
     */
    int refresh(long after, long upTo) {
        int gone = database.update(SqlFragment.of(
                """
                delete from customer_gap g where g.customer_id > ? and g.customer_id <= ?
                and not exists (select from customer_gap_now v where v.customer_id = g.customer_id and v.field = g.field)
                """,
                after,
                upTo));
        int come = database.update(SqlFragment.of(
                """
                with found as (
                    select v.customer_id, v.field from customer_gap_now v
                    where v.customer_id > ? and v.customer_id <= ?
                    and not exists (select from customer_gap g where g.customer_id = v.customer_id and g.field = v.field)
                    order by v.customer_id for no key update of v)
                insert into customer_gap (customer_id, field) select customer_id, field from found on conflict do nothing
                """,
                after,
                upTo));
        return gone + come;
    }
}
