package vn.sencrm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.SqlFragment;

class RecordAccessSqlTest {

    private final RecordAccessSql access = new RecordAccessSql();

    @Test
    void whoSeesAllNeedsNoCondition() {
        Account all = account(RecordScope.ALL, true, List.of(7L));

        assertThat(access.branches(all)).containsExactly(SqlFragment.TRUE);
        assertThat(access.predicate(all)).isEqualTo(SqlFragment.TRUE);
        assertThat(access.editable(all)).isEqualTo(SqlFragment.TRUE);
    }

    @Test
    void eachTeamIsABranchOfItsOwn() {
        Account member = account(RecordScope.OWN, true, List.of(7L, 8L));

        assertThat(access.indexed(member)).hasSize(4).contains(SqlFragment.of("c.team_id = ?", 8L));
        assertThat(access.branches(member)).hasSize(5);
    }

    @Test
    void aRoleThatCountsNeitherTeamsNorRoutesStillCountsShares() {
        Account narrow = account(RecordScope.OWN, false, List.of(7L));

        assertThat(access.indexed(narrow)).hasSize(2);
        assertThat(access.predicate(narrow))
                .isEqualTo(SqlFragment.of("c.viewers && ?", List.of(44L, 42L, 40L, 61L, 59L)));
    }

    @Test
    void aShareLetsChangeOnlyWhereItSaysSo() {
        Account user = account(RecordScope.OWN, true, List.of());

        assertThat(access.predicate(user)).isEqualTo(SqlFragment.of("c.viewers && ?", List.of(44L, 42L, 40L, 102L)));
        assertThat(access.editable(user)).isEqualTo(SqlFragment.of("c.viewers && ?", List.of(44L, 40L, 102L)));
    }

    @Test
    void everyMarkHasItsValue() {
        for (List<Long> teams : List.of(List.<Long>of(), List.of(7L, 8L))) {
            for (boolean wide : List.of(true, false)) {
                Account user = account(RecordScope.OWN, wide, teams);
                Stream.concat(
                                access.branches(user).stream(),
                                Stream.of(access.predicate(user), access.editable(user), access.gathered(user)))
                        .forEach(fragment -> assertThat(fragment.sql()
                                        .chars()
                                        .filter(c -> c == '?')
                                        .count())
                                .as(fragment.sql())
                                .isEqualTo(fragment.parameters().size()));
            }
        }
    }

    private static Account account(RecordScope scope, boolean wide, List<Long> teams) {
        return new Account(
                5,
                "lan",
                "Lan",
                "stamp",
                Set.of(),
                scope,
                wide,
                teams,
                wide ? List.of(12L) : List.of(),
                "vi",
                null,
                false);
    }
}
