package vn.sencrm.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what kind of file a list is written. */
public enum ExportFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv; charset=utf-8");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    /** As programs write it, and as the name of a file ends. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }

    public String contentType() {
        return contentType;
    }
}
