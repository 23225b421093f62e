package vn.sencrm.customer.tier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads the rules of tiers and gives customers theirs, a range of ids at a time. */
@ApplicationScoped
class TierRuleSql {

    @Inject
    Database database;

    /** Of tiers in use, the best first: the last in the order of the catalogue. */
    List<TierRule> rules() {
        return database.list(
                SqlFragment.of(
                        """
                        select id, code, rule from customer_tier where rule is not null and not archived
                        order by position desc, name_vi desc, id desc
                        """),
                row -> new TierRule(row.getLong("id"), row.getString("code"), row.getString("rule")));
    }

    /** The id up to which the next step goes, empty at the end. */
    Optional<Long> nextStop(long after, int customers) {
        return database.first(
                SqlFragment.of(
                        """
                        select max(id) from (select id from customer where id > ? order by id limit ?) c
                        having count(*) > 0
                        """,
                        after,
                        customers),
                row -> row.getLong(1));
    }

    /** One branch of the choice between tiers. */
    SqlFragment branch(SqlFragment where, long tierId) {
        return SqlFragment.of(" when ").then(where).then(SqlFragment.of(" then ?::bigint", tierId));
    }

    /**
     * Gives the customers of a range of ids the tier of the first rule that they match, in one pass by the primary key;
     * only those whose tier becomes another are locked and written. Whoever is changed by somebody at that moment waits for
     * the next night.
     *
     * @param branches one for each rule, the best first
     * @return how many got another tier
     */
    int give(long after, long upTo, SqlFragment branches, Instant now, Cause cause) {
        return database.update(SqlFragment.of("with found as materialized (select c.id, c.version, c.tier_id, case")
                .then(branches)
                .then(SqlFragment.of(
                        """
                         end as tier from customer c where c.id > ? and c.id <= ? and c.state = 'ACTIVE'
                        ), changing as materialized (
                            select c.id, f.tier_id as was, f.tier from customer c join found f on f.id = c.id
                            where f.tier is not null and f.tier is distinct from f.tier_id
                            and c.version = f.version and c.state = 'ACTIVE'
                            order by c.id for no key update of c
                        ), changed as (
                            update customer c set tier_id = n.tier, version = c.version + 1, updated_at = ?
                            from changing n where c.id = n.id
                            returning c.id, c.version, n.was, n.tier
                        )
                        insert into audit_entry (at, cause, cause_id, entity, entity_id, version, action, before, after)
                        select ?, ?, ?, 'customer', id, version, 'UPDATE', jsonb_build_object('tier', was),
                               jsonb_build_object('tier', tier)
                        from changed
                        """,
                        after,
                        upTo,
                        now,
                        now,
                        cause.type(),
                        cause.id())));
    }
}
