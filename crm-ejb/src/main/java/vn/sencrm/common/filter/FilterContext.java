package vn.sencrm.common.filter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import vn.sencrm.common.SqlFragment;

/**
 * Who looks, and when: what {@code $me}, {@code $myTeams} and relative periods mean.
 *
 * @param zone the company's zone, in which days begin
 * @param lookup finds the ids (or codes) that names stand for beforehand, so that the planner knows how frequent each is
 *     and can use every index; null leaves that to the statement itself
 */
public record FilterContext(
        long me, List<Long> myTeams, Clock clock, ZoneId zone, Function<SqlFragment, List<?>> lookup) {

    /** As a parameter of a field's SQL: filled in from the context when the condition is written. */
    public enum Slot {
        ME,
        /** An array: {@code = any(cast(? as bigint[]))}. */
        MY_TEAMS
    }

    static final String ME = "$me";
    static final String MY_TEAMS = "$myTeams";

    public FilterContext {
        myTeams = List.copyOf(myTeams);
    }

    public FilterContext(long me, List<Long> myTeams, Clock clock, ZoneId zone) {
        this(me, myTeams, clock, zone, null);
    }

    /** In the zone of the clock. */
    public FilterContext(long me, List<Long> myTeams, Clock clock) {
        this(me, myTeams, clock, clock.getZone());
    }

    /** Whether the value stands for something else than itself. */
    static boolean isReserved(Object value) {
        return value.equals(ME) || value.equals(MY_TEAMS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    Object fill(Object parameter) {
        if (parameter == Slot.ME) {
            return me;
        }
        return parameter == Slot.MY_TEAMS ? myTeams : parameter;
    }
}
