package vn.sencrm.importing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.sencrm.importing.sheet.LegacyText;

/**
 * A run as it stood when it was read.
 *
 * @param mapping fields by header; a header without a field is not imported
 * @param problem what the user must do before it can go on, or null
 * @param position rows done in the present phase
 * @param total rows of the file, null until they were all read
 * @param warned rows taken with a doubt
 * @param undone rows taken back
 * @param left rows that stayed when the others were taken back
 */
public record ImportRun(
        long id,
        String type,
        ImportState state,
        ImportPhase phase,
        boolean dryRun,
        long fileId,
        String fileName,
        long fileSize,
        ImportOptions options,
        List<String> headers,
        Map<String, String> mapping,
        String problem,
        String errorCode,
        String errorDetail,
        long position,
        Long total,
        ImportCounts counts,
        long warned,
        long undone,
        long left,
        long createdBy,
        String createdByName,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        boolean stopRequested,
        ImportPace pace)
        implements Serializable {

    /** The columns mapped to a field, in the file's order. */
    public List<Integer> columnsOf(String field) {
        return IntStream.range(0, headers.size())
                .filter(column -> field.equals(mapping.get(headers.get(column))))
                .boxed()
                .toList();
    }

    /** Whether rows may have become changes, all or some of them, and nobody works on it. */
    public boolean isApplied() {
        return state.isDone()
                || (state == ImportState.STOPPED || state == ImportState.FAILED) && phase == ImportPhase.APPLY;
    }

    /** What its text seems to be written in, as long as the user has not said whether it is converted; else null. */
    public LegacyText suspected() {
        return problem != null && problem.startsWith(ImportService.TEXT)
                ? LegacyText.valueOf(problem.substring(ImportService.TEXT.length()))
                : null;
    }

    /** Whether a column is mapped to the field. */
    public boolean imports(String field) {
        return mapping.containsValue(field);
    }

    /** The same under another number. */
    ImportRun as(long number) {
        return new ImportRun(
                number,
                type,
                state,
                phase,
                dryRun,
                fileId,
                fileName,
                fileSize,
                options,
                headers,
                mapping,
                problem,
                errorCode,
                errorDetail,
                position,
                total,
                counts,
                warned,
                undone,
                left,
                createdBy,
                createdByName,
                createdAt,
                startedAt,
                finishedAt,
                stopRequested,
                pace);
    }
}
