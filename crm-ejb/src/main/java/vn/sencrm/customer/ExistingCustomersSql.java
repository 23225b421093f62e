package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Finds the customers that have one of some keys, by the primary key of {@code identity_key}. */
@ApplicationScoped
public class ExistingCustomersSql {

    /** More are not told: they would not be read. */
    private static final int MOST = 20;

    private static final String FIND =
            """
            select c.id, c.code, c.name, c.stage, m.reasons, o.full_name owner_name, :seen is true as visible
            from (select customer_id, bit_or(bit) reasons
                  from (select k.customer_id, n.bit from unnest(:kinds, :keys, :bits::integer[]) as n (kind, key, bit)
                        join identity_key k on k.key = n.key and k.kind = n.kind
                        union all
                        select w.id, w.bits from unnest(:ids::bigint[], :reasons::integer[]) as w (id, bits)) found
                  where customer_id <> :except group by customer_id) m
            join customer c on c.id = m.customer_id
            left join app_user o on o.id = c.owner_id
            where c.state = 'ACTIVE' and c.stage = any (:stages)
            order by visible desc, duplicate_strength(m.reasons) desc, c.updated_at desc, c.id desc limit :most
            """;

    private static final List<String> ALL_STAGES = List.of("RAW", "LEAD", "CONTACT", "ACCOUNT");

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /**
     * The customers of some stages with one of these keys, the strongest first; those that the user may not see last,
     * and without what they are.
     */
    public List<ExistingCustomer> withKeys(
            Account user, Collection<IdentityKey> keys, long exceptId, Set<CustomerStage> stages) {
        return find(
                user, keys, Map.of(), exceptId, stages.stream().map(Enum::name).toList());
    }

    /** @param others customers that are alike for other reasons, as bits, by their ids */
    public List<ExistingCustomer> find(
            Account user, Collection<IdentityKey> keys, Map<Long, Integer> others, long exceptId) {
        return find(user, keys, others, exceptId, ALL_STAGES);
    }

    private List<ExistingCustomer> find(
            Account user, Collection<IdentityKey> keys, Map<Long, Integer> others, long exceptId, List<String> stages) {
        if (keys.isEmpty() && others.isEmpty()) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>(others.keySet());
        return database.list(
                NamedSql.of(
                        FIND,
                        "seen",
                        access.predicate(user),
                        "kinds",
                        keys.stream().map(key -> key.kind().name()).toList(),
                        "keys",
                        keys.stream().map(IdentityKey::key).toList(),
                        "bits",
                        keys.stream()
                                .map(key -> MatchReason.of(key.kind()).bit())
                                .toList(),
                        "ids",
                        ids,
                        "reasons",
                        ids.stream().map(others::get).toList(),
                        "except",
                        exceptId,
                        "stages",
                        stages,
                        "most",
                        MOST),
                ExistingCustomersSql::existing);
    }

    private static ExistingCustomer existing(ResultSet row) throws SQLException {
        boolean visible = row.getBoolean("visible");
        return new ExistingCustomer(
                visible ? row.getLong("id") : 0,
                visible ? row.getString("code") : null,
                visible ? row.getString("name") : null,
                CustomerStage.valueOf(row.getString("stage")),
                MatchReason.of(row.getInt("reasons")),
                row.getString("owner_name"));
    }
}
