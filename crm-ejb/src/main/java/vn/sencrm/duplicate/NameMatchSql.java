package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.MatchReason;

/**
 * Finds who may be one customer by name: those who share a birthday, a company or a commune are found by their indexes,
 * and their names are compared. Where a commune holds very many, only names that end alike are, as by night.
 */
@ApplicationScoped
class NameMatchSql {

    @Inject
    Database database;

    @Inject
    DuplicateConfig config;

    private record Other(long id, String name, int bits) {}

    Optional<NameFacts> facts(long id) {
        return database.firstByKeys(
                SqlFragment.of(
                        """
                        select n.key, c.birthday, c.account_id,
                               array(select distinct p.commune from customer_place p
                                     where p.customer_id = c.id and p.commune is not null) communes
                        from customer c join identity_key n on n.customer_id = c.id and n.kind = 'NAME'
                        where c.id = ? and c.state = 'ACTIVE'
                        """,
                        id),
                row -> new NameFacts(
                        id,
                        row.getString("key"),
                        row.getObject("birthday", LocalDate.class),
                        Database.longOrNull(row, "account_id"),
                        Arrays.asList((String[]) row.getArray("communes").getArray())));
    }

    /** The reasons, as bits, by the ids of those who may be it. */
    Map<Long, Integer> alike(NameFacts facts, DuplicateRules rules) {
        Map<Long, Integer> alike = new HashMap<>();
        Optional<SqlFragment> around = around(facts, rules);
        if (facts.name() == null || around.isEmpty() || !rules.counts(MatchReason.NAME)) {
            return alike;
        }
        ComparedName own = new ComparedName(facts.name());
        for (Other other : others(facts, own, around.get())) {
            if (other.name().equals(own.key())) {
                alike.put(other.id(), other.bits() | MatchReason.NAME.bit());
            } else if (own.isSimilar(new ComparedName(other.name()))) {
                alike.put(other.id(), other.bits() | MatchReason.SIMILAR_NAME.bit());
            }
        }
        return alike;
    }

    /** All of those around; of more than are compared with each other by night only whose names end alike. */
    private List<Other> others(NameFacts facts, ComparedName own, SqlFragment around) {
        int limit = config.blockLimit();
        List<Other> others = others(facts, around, SqlFragment.TRUE, limit + 1);
        return others.size() <= limit
                ? others
                : others(
                        facts,
                        around,
                        SqlFragment.of(
                                "(x.bit <> ? or right(n.key, ?) = ?)",
                                MatchReason.COMMUNE.bit(),
                                own.lastWord().length(),
                                own.lastWord()),
                        Integer.MAX_VALUE);
    }

    private List<Other> others(NameFacts facts, SqlFragment around, SqlFragment which, int most) {
        return database.list(
                SqlFragment.of("select n.customer_id, n.key, bit_or(x.bit) bits from (select * from (")
                        .then(around)
                        .then(SqlFragment.of(
                                """
                                ) a limit ?) x
                                join identity_key n on n.customer_id = x.id and n.kind = 'NAME'
                                where x.id <> ? and
                                """,
                                // Whoever shares all three stands there three times.
                                most == Integer.MAX_VALUE ? most : 4 * most,
                                facts.id()))
                        .then(which)
                        .then(SqlFragment.of(" group by n.customer_id, n.key limit ?", most)),
                row -> new Other(row.getLong(1), row.getString(2), row.getInt(3)));
    }

    /** One branch for each fact that is known and counts; each is served by an index. */
    private static Optional<SqlFragment> around(NameFacts facts, DuplicateRules rules) {
        List<SqlFragment> branches = new ArrayList<>();
        if (facts.birthday() != null && rules.counts(MatchReason.BIRTHDAY)) {
            branches.add(SqlFragment.of(
                    "select c.id, ?::integer bit from customer c where c.state = 'ACTIVE' and c.birthday = ?",
                    MatchReason.BIRTHDAY.bit(),
                    facts.birthday()));
        }
        if (facts.account() != null && rules.counts(MatchReason.COMPANY)) {
            branches.add(SqlFragment.of(
                    "select c.id, ?::integer bit from customer c where c.state = 'ACTIVE' and c.account_id = ?",
                    MatchReason.COMPANY.bit(),
                    facts.account()));
        }
        if (!facts.communes().isEmpty() && rules.counts(MatchReason.COMMUNE)) {
            branches.add(SqlFragment.of(
                    """
                    select p.customer_id id, ?::integer bit
                    from customer_place p join customer c on c.id = p.customer_id and c.state = 'ACTIVE'
                    where p.commune = any (?)
                    """,
                    MatchReason.COMMUNE.bit(),
                    facts.communes()));
        }
        return branches.stream().reduce((one, other) -> one.then(" union all ").then(other));
    }
}
