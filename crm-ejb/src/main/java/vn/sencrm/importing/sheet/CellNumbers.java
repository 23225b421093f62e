package vn.sencrm.importing.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;

/** Numbers of cells as texts. */
final class CellNumbers {

    /** No program writes a number longer, and reading one would take long. */
    private static final int LONGEST = 400;

    private static final int SECONDS_PER_DAY = 86_400;

    private CellNumbers() {}

    /** The number in full digits: no exponent, no trailing zeros, what Excel can hold (15 digits) rounded. */
    static String digits(String raw) {
        if (isPlainInteger(raw) || raw.length() > LONGEST) {
            return raw;
        }
        try {
            BigDecimal value = new BigDecimal(raw.strip());
            if (Math.abs((long) value.precision() - value.scale()) > 300) {
                return raw;
            }
            value = value.precision() > 15 ? value.round(new MathContext(15)) : value;
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static boolean isPlainInteger(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return raw.length() < 16;
    }

    /**
     * A serial number as a date, with a time behind it where it has one, or as a time alone where it is less than a
     * day; what is no serial number as it is.
     */
    static String date(String raw, boolean from1904) {
        try {
            double serial = Double.parseDouble(raw);
            if (!(serial > 0 && serial < 2_958_466)) {
                return digits(raw);
            }
            long day = (long) Math.floor(serial);
            int seconds = (int) Math.round((serial - day) * SECONDS_PER_DAY);
            if (day == 0) {
                return LocalTime.ofSecondOfDay(Math.min(seconds, SECONDS_PER_DAY - 1))
                        .toString();
            }
            LocalDate date = from1904
                    ? LocalDate.of(1904, 1, 1).plusDays(day)
                    : LocalDate.of(1899, 12, 30).plusDays(day < 60 ? day + 1 : day);
            return seconds == 0 || seconds == SECONDS_PER_DAY
                    ? date.plusDays(seconds / SECONDS_PER_DAY).toString()
                    : date + " " + LocalTime.ofSecondOfDay(seconds);
        } catch (NumberFormatException e) {
            return raw;
        }
    }
}
