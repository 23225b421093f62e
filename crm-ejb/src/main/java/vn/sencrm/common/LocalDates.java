package vn.sencrm.common;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads dates as people write them: day first with / - or . (05/03/1990, 5.3.1990), or year first with - (1990-03-05).
 * Month-first dates and two-digit years are never guessed.
 */
public final class LocalDates {

    public static final int MIN_YEAR = 1850;
    public static final int MAX_YEAR = 2200;

    public static final String BAD_DATE = "BAD_DATE";

    private LocalDates() {}

    /** The key is the date's ISO form. A refused text is the problem's argument, for the value cannot hold it. */
    public static Checked<LocalDate> parse(String text) {
        String typed = TextFold.clean(text);
        if (typed == null || typed.isEmpty()) {
            return Checked.nothing();
        }
        LocalDate date = read(typed);
        return date == null ? Checked.bad(null, BAD_DATE, typed) : Checked.good(date, date.toString());
    }

    private static LocalDate read(String typed) {
        int first = separator(typed, 0);
        int second = first < 0 ? -1 : separator(typed, first + 1);
        if (second < 0 || typed.charAt(first) != typed.charAt(second)) {
            return null;
        }
        int a = number(typed, 0, first);
        int b = number(typed, first + 1, second);
        int c = number(typed, second + 1, typed.length());
        if (first == 4 && typed.charAt(first) == '-') {
            return date(a, b, c);
        }
        return typed.length() - second == 5 ? date(c, b, a) : null;
    }

    private static LocalDate date(int year, int month, int day) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int separator(String typed, int from) {
        for (int i = from; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '/' || c == '-' || c == '.') {
                return i;
            }
        }
        return -1;
    }

    /** The number of one to four digits, or -1. */
    private static int number(String typed, int start, int end) {
        if (end <= start || end - start > 4) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = typed.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
