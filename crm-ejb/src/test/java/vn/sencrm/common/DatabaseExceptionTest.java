package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseExceptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "25P03"})
    void aConnectionThatEndedIsLostHoweverItIsWrapped(String state) {
        Exception failure = new IllegalStateException(new DatabaseException(new SQLException("gone", state)));
        assertThat(DatabaseException.isConnectionLost(failure)).isTrue();
    }

    @Test
    void noConnectionAtAllIsLostToo() {
        SQLException none = new SQLException("IJ000453: Unable to get managed connection");
        assertThat(DatabaseException.isConnectionLost(new DatabaseException(none)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "57014"})
    void whatTheDatabaseRefusesIsAFailure(String state) {
        assertThat(DatabaseException.isConnectionLost(new DatabaseException(new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void aFailureOfTheProgramIsNoLossOfTheConnection() {
        assertThat(DatabaseException.isConnectionLost(new IllegalStateException("bug")))
                .isFalse();
    }

    @Test
    void aLockThatSomebodyHoldsTooLongIsToldFromOtherRefusals() {
        assertThat(DatabaseException.isLockHeld(new IllegalStateException(new SQLException("held", "55P03"))))
                .isTrue();
        assertThat(DatabaseException.isLockHeld(new SQLException("deadlock", "40P01")))
                .isFalse();
    }
}
