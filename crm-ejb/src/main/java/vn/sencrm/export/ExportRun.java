package vn.sencrm.export;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An export with how far it is.
 *
 * @param filter as JSON, null for none
 * @param selected whether records were picked one by one
 * @param position rows written
 * @param total rows that there were to write when it began
 * @param fileName null while there is no file, and when it is past its time
 */
public record ExportRun(
        long id,
        String list,
        ExportFormat format,
        String language,
        String filter,
        String search,
        boolean selected,
        String sort,
        List<ExportColumn> columns,
        ExportState state,
        long position,
        long total,
        Long fileId,
        String fileName,
        long fileSize,
        String errorCode,
        String errorDetail,
        long createdBy,
        Instant createdAt,
        Instant finishedAt)
        implements Serializable {

    public ExportRun {
        columns = List.copyOf(columns);
    }
}
