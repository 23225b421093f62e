package vn.sencrm.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairGroupsTest {

    @Test
    void whoHangsTogetherIsOneGroupNamedAfterTheFirstAndAsStrongAsItsStrongestPair() {
        PairGroups groups = new PairGroups();
        groups.add(5, 9, (short) 40);
        groups.add(7, 8, (short) 50);
        groups.add(2, 9, (short) 80);
        groups.add(8, 9, (short) 45);
        assertThat(groups.members()).containsExactlyInAnyOrder(2L, 5L, 7L, 8L, 9L);
        assertThat(groups.members()).allMatch(member -> groups.group(member) == 2);
        assertThat(groups.strength(2)).isEqualTo((short) 80);
    }

    @Test
    void whoDoesNotStaysApart() {
        PairGroups groups = new PairGroups();
        groups.add(1, 2, (short) 40);
        groups.add(3, 4, (short) 90);
        assertThat(groups.group(2)).isEqualTo(1);
        assertThat(groups.group(4)).isEqualTo(3);
        assertThat(groups.strength(1)).isEqualTo((short) 40);
    }
}
