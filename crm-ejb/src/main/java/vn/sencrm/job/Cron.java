package vn.sencrm.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A schedule in cron's five fields: minute, hour, day of month, month, day of week (0 and 7 are Sunday). Knows
 * {@code *}, lists, ranges, steps and English three-letter names; where both day fields are given, either suffices, as
 * cron has it. A time that a change of clocks leaves out falls on the moment after.
 */
final class Cron {

    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** From one 29 February to the next at most. */
    private static final int LONGEST_WAIT_DAYS = 8 * 366 + 1;

    private final String text;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean eitherDay;

    /** @throws IllegalArgumentException for a text that is no such schedule */
    Cron(String text) {
        this.text = text;
        String[] fields = text.trim().toLowerCase(Locale.ROOT).split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("five fields are needed: " + text);
        }
        minutes = values(fields[0], 0, 59, List.of());
        hours = values(fields[1], 0, 23, List.of());
        days = values(fields[2], 1, 31, List.of());
        months = values(fields[3], 1, 12, MONTHS);
        weekdays = values(fields[4], 0, 7, WEEKDAYS);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
    }

    /**
     * The first moment later than the given one.
     *
     * @throws IllegalArgumentException where there is none, as on a 30 February
     */
    Instant next(Instant after, ZoneId zone) {
        LocalDateTime from = LocalDateTime.ofInstant(after, zone);
        LocalDate date = from.toLocalDate();
        for (int i = 0; i < LONGEST_WAIT_DAYS; i++, date = date.plusDays(1)) {
            for (LocalTime time = isOn(date) ? first(i == 0 ? from.toLocalTime() : LocalTime.MIN) : null;
                    time != null;
                    time = next(time)) {
                Instant moment = date.atTime(time).atZone(zone).toInstant();
                if (moment.isAfter(after)) {
                    return moment;
                }
            }
        }
        throw new IllegalArgumentException("never due: " + text);
    }

    private boolean isOn(LocalDate date) {
        boolean day = days.get(date.getDayOfMonth());
        boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % 7);
        return months.get(date.getMonthValue()) && (eitherDay ? day || weekday : day && weekday);
    }

    /** The first time of a day at or after the given one's minute, null when the day is over. */
    private LocalTime first(LocalTime from) {
        int hour = hours.nextSetBit(from.getHour());
        if (hour == from.getHour()) {
            int minute = minutes.nextSetBit(from.getMinute());
            if (minute >= 0) {
                return LocalTime.of(hour, minute);
            }
            hour = hours.nextSetBit(hour + 1);
        }
        return hour < 0 ? null : LocalTime.of(hour, minutes.nextSetBit(0));
    }

    private LocalTime next(LocalTime time) {
        LocalTime later = time.plusMinutes(1);
        return later.isAfter(time) ? first(later) : null;
    }

    private static BitSet values(String field, int least, int most, List<String> names) {
        BitSet values = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            String[] range = stepped[0].equals("*") ? new String[] {"" + least, "" + most} : stepped[0].split("-", -1);
            int step = stepped.length == 1 ? 1 : number(stepped[1], List.of(), part);
            int first = number(range[0], names, part);
            // "5/10" means from 5 on, "5" just 5.
            int last = range.length > 1 ? number(range[1], names, part) : stepped.length > 1 ? most : first;
            if (stepped.length > 2 || range.length > 2 || step < 1 || first < least || last > most || first > last) {
                throw new IllegalArgumentException("not between " + least + " and " + most + ": " + part);
            }
            for (int value = first; value <= last; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int number(String text, List<String> names, String part) {
        int named = text.isEmpty() ? -1 : names.indexOf(text);
        if (named < 0 && !text.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("not understood: " + part);
        }
        return named < 0 ? Integer.parseInt(text) : named;
    }

    @Override
    public String toString() {
        return text;
    }
}
