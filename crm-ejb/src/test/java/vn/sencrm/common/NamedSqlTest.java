package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NamedSqlTest {

    @Test
    void oneNameMayStandAtManyPlacesAndCastsAreLeftAlone() {
        SqlFragment sql = NamedSql.of("select :run::bigint where a = :name and b = :run", "run", 7L, "name", "x");
        assertThat(sql.sql()).isEqualTo("select ?::bigint where a = ? and b = ?");
        assertThat(sql.parameters()).containsExactly(7L, "x", 7L);
    }

    @Test
    void aFragmentBringsItsOwnParametersToItsPlace() {
        SqlFragment sql =
                NamedSql.of("where a = :a and (:more) and c = :a", "a", 1, "more", SqlFragment.of("b = ?", 2));
        assertThat(sql.sql()).isEqualTo("where a = ? and (b = ?) and c = ?");
        assertThat(sql.parameters()).containsExactly(1, 2, 1);
    }

    @Test
    void aNameWithoutAValueIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> NamedSql.of("select :x"));
    }
}
