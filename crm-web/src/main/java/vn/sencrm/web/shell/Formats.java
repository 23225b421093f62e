package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Numbers, dates and times as the user reads them: {@code #{fmt.number(12480)}} is 12.480 in Vietnamese and 12,480
 * in English; dates are dd/MM/yyyy in both. Times are in the zone of the injected clock, the company's.
 */
@Named("fmt")
@RequestScoped
public class Formats {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final Texts texts;
    private final Clock clock;

    @Inject
    public Formats(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    protected Formats() {
        this(null, null);
    }

    /** The day as one says it: "thứ Bảy 21/11/2026". */
    public String getToday() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        return texts.message("general.day." + now.getDayOfWeek().getValue(), DATE.format(now));
    }

    public String number(Number number) {
        return number == null
                ? ""
                : NumberFormat.getIntegerInstance(texts.getLocale()).format(number);
    }

    public String date(LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    public String dateTime(Instant time) {
        return time == null ? "" : DATE_TIME.format(time.atZone(clock.getZone()));
    }

    /** "3 giờ", "hôm qua", then the date: short enough for a column; the exact time belongs into its tooltip. */
    public String ago(Instant time) {
        if (time == null) {
            return "";
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime then = time.atZone(clock.getZone());
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), now.toLocalDate());
        if (days == 0 && !then.isAfter(now)) {
            return today(Duration.between(then, now));
        }
        return days == 1 ? texts.message("general.ago.yesterday") : DATE.format(then);
    }

    /** The size of a file: "640 KB", "3,4 MB". */
    public String size(long bytes) {
        double kilobytes = Math.max(1, bytes / 1024.0);
        NumberFormat format = NumberFormat.getInstance(texts.getLocale());
        format.setMaximumFractionDigits(kilobytes < 1024 ? 0 : 1);
        return kilobytes < 1024 ? format.format(kilobytes) + " KB" : format.format(kilobytes / 1024) + " MB";
    }

    /** How long something still takes: "2 giây", "3 phút". */
    public String duration(long seconds) {
        return seconds < 90
                ? texts.message("general.duration.seconds", seconds)
                : texts.message("general.duration.minutes", Math.round(seconds / 60.0));
    }

    private String today(Duration age) {
        if (age.toMinutes() < 1) {
            return texts.message("general.ago.now");
        }
        return age.toHours() < 1
                ? texts.message("general.ago.minutes", age.toMinutes())
                : texts.message("general.ago.hours", age.toHours());
    }
}
