package vn.sencrm.common.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import vn.sencrm.common.LocalDates;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TextFold;

/**
 * Reads the values of conditions by their field's type. The parser asks whether a value can be read, the SQL form reads
 * it: the same code, so that a filter that was accepted can always be run.
 */
final class FilterValues {

    private static final int MAX_TEXT = 250;
    private static final int MAX_DIGITS = 30;

    /** From the first moment of something to the last, the end not included. */
    record Moments(Instant from, Instant to) {}

    private FilterValues() {}

    /** Whether the value can be read for this field and operator. */
    static boolean fits(FilterField field, FilterOp op, Object value) {
        if (op == FilterOp.WITHIN) {
            return value instanceof String text && FilterPeriod.parse(text).isPresent();
        }
        return switch (field.type()) {
            case TEXT -> isText(value) && !TextFold.queryWords(text(value)).isEmpty();
            case KEY, EMAIL -> isText(value);
            case PHONE -> isText(value) && phoneFits(op, text(value));
            case NUMBER -> number(value) != null;
            case DATE, BIRTHDAY -> date(value) != null;
            case DATETIME -> moments(value, ZoneId.of("UTC")) != null;
            case BOOLEAN -> value instanceof Boolean;
            case CODE -> value instanceof String text && field.codeFor(text) != null;
            case REFERENCE -> isText(value) && !FilterContext.isReserved(value);
            case USER -> isText(value) && (!FilterContext.isReserved(value) || value.equals(FilterContext.ME));
            case PRESENCE -> false;
            case TEAM -> isText(value) && (!FilterContext.isReserved(value) || value.equals(FilterContext.MY_TEAMS));
        };
    }

    /** A text, or a number as it is written (codes are often digits alone). */
    static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : TextFold.clean((String) value);
    }

    /** A long where the number is whole, so that it compares with integer columns by their index; null if unreadable. */
    static Number number(Object value) {
        BigDecimal number = value instanceof BigDecimal given ? given : decimal(value);
        if (number == null || !isModest(number)) {
            return null;
        }
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        boolean fitsLong = number.precision() - number.scale() <= 18;
        return whole && fitsLong
                ? (Number) number.setScale(0, RoundingMode.UNNECESSARY).longValue()
                : number;
    }

    /** The key of a whole number in any written form, or null. */
    static String phoneKey(String text) {
        String key = PhoneNumber.searchKey(text);
        return key == null ? PhoneNumber.parse(text).key() : key;
    }

    static LocalDate date(Object value) {
        return value instanceof String text ? LocalDates.parse(text).value() : null;
    }

    /** The day or moment that was written; a date is a whole day in the zone. Null if unreadable. */
    static Moments moments(Object value, ZoneId zone) {
        LocalDate day = date(value);
        if (day != null) {
            return days(day, day, zone);
        }
        Instant moment = value instanceof String text ? instant(text, zone) : null;
        return moment == null ? null : new Moments(moment, moment.plusNanos(1_000));
    }

    static Moments days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Moments(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Part of a number must look like one; a whole one may be a service number, which is no key. */
    private static boolean phoneFits(FilterOp op, String text) {
        if (phoneKey(text) != null) {
            return true;
        }
        return switch (op) {
            case CONTAINS -> PhoneNumber.looksLikePhone(text);
            case STARTS -> PhoneNumber.searchPrefix(text) != null;
            default -> PhoneNumber.parse(text).isGood();
        };
    }

    private static boolean isText(Object value) {
        if (value instanceof BigDecimal number) {
            return isModest(number);
        }
        if (!(value instanceof String text) || text.length() > MAX_TEXT) {
            return false;
        }
        return !TextFold.clean(text).isEmpty();
    }

    /** Neither its digits nor its exponent are beyond reason: 1e999999999 would fill the memory when written out. */
    private static boolean isModest(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
    }

    private static BigDecimal decimal(Object value) {
        try {
            return value instanceof String text && text.length() <= MAX_TEXT ? new BigDecimal(text.trim()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Instant instant(String text, ZoneId zone) {
        try {
            boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 7;
            OffsetDateTime moment = zoned
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toOffsetDateTime();
            boolean inReach = moment.getYear() >= LocalDates.MIN_YEAR && moment.getYear() <= LocalDates.MAX_YEAR;
            return inReach ? moment.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
