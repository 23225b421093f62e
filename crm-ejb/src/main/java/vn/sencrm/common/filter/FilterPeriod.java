package vn.sencrm.common.filter;

import static java.time.temporal.ChronoUnit.CENTURIES;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static java.time.temporal.IsoFields.QUARTER_YEARS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period relative to today, in whole days. {@code P-7D} are the last seven days and ends with today, {@code P30D} the
 * next thirty and begins with it; {@code lastQuarter} and the like are the calendar's, weeks from Monday.
 *
 * @param rolling true for the first sort
 */
record FilterPeriod(boolean rolling, int amount, TemporalUnit unit) {

    /** Days from first to last, both included. */
    record Days(LocalDate first, LocalDate last) {}

    private static final Pattern ROLLING = Pattern.compile("P(-?)([1-9][0-9]{0,4})([DWMY])");

    private static final Map<String, FilterPeriod> CALENDAR = calendar();

    /** The period that this text names, if it names one of at most a hundred years. */
    static Optional<FilterPeriod> parse(String text) {
        Matcher matcher = ROLLING.matcher(text);
        if (!matcher.matches()) {
            return Optional.ofNullable(CALENDAR.get(text));
        }
        int amount = Integer.parseInt(matcher.group(2));
        TemporalUnit unit = unit(matcher.group(3));
        boolean tooLong = unit.getDuration().multipliedBy(amount).compareTo(CENTURIES.getDuration()) > 0;
        int signed = matcher.group(1).isEmpty() ? amount : -amount;
        return tooLong ? Optional.empty() : Optional.of(new FilterPeriod(true, signed, unit));
    }

    Days on(LocalDate today) {
        if (!rolling) {
            LocalDate first = start(today).plus(amount, unit);
            return new Days(first, first.plus(1, unit).minusDays(1));
        }
        return amount < 0
                ? new Days(today.plus(amount, unit).plusDays(1), today)
                : new Days(today, today.plus(amount, unit).minusDays(1));
    }

    private LocalDate start(LocalDate day) {
        if (unit == WEEKS) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        if (unit == MONTHS) {
            return day.withDayOfMonth(1);
        }
        if (unit == QUARTER_YEARS) {
            return day.with(IsoFields.DAY_OF_QUARTER, 1);
        }
        return unit == YEARS ? day.withDayOfYear(1) : day;
    }

    private static TemporalUnit unit(String letter) {
        return switch (letter) {
            case "D" -> DAYS;
            case "W" -> WEEKS;
            case "M" -> MONTHS;
            default -> YEARS;
        };
    }

    private static Map<String, FilterPeriod> calendar() {
        Map<String, FilterPeriod> names = new HashMap<>();
        names.put("yesterday", new FilterPeriod(false, -1, DAYS));
        names.put("today", new FilterPeriod(false, 0, DAYS));
        names.put("tomorrow", new FilterPeriod(false, 1, DAYS));
        Map.of("Week", WEEKS, "Month", MONTHS, "Quarter", QUARTER_YEARS, "Year", YEARS)
                .forEach((name, unit) -> {
                    names.put("last" + name, new FilterPeriod(false, -1, unit));
                    names.put("this" + name, new FilterPeriod(false, 0, unit));
                    names.put("next" + name, new FilterPeriod(false, 1, unit));
                });
        return Map.copyOf(names);
    }
}
