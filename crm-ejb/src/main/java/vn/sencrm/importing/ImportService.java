package vn.sencrm.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerCheck;
import vn.sencrm.customer.TeamDealing;
import vn.sencrm.file.FileStore;
import vn.sencrm.file.StoredFile;
import vn.sencrm.group.GroupMembersSql;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetLayout;
import vn.sencrm.importing.sheet.SheetLook;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.UnreadableFileException;
import vn.sencrm.job.RunAsked;
import vn.sencrm.tag.TagCheck;

/** Takes files in, maps their columns and puts runs to work; the work itself is done by the job {@code import-run}. */
@Stateless
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportService {

    /** What stands in a run's {@code problem} while a required field has no column. */
    public static final String MAPPING_NEEDED = "MAPPING_NEEDED";

    /** What stands there, before the kind, while the user has not said whether text from before Unicode is converted. */
    public static final String TEXT = "TEXT_";

    private static final int NAME_LIMIT = 255;
    private static final int TAG_LIMIT = 60;
    private static final int TAGS_LIMIT = CustomerCheck.TAGS_LIMIT;

    @Inject
    ImportAccess access;

    @Inject
    ImportRunSql runs;

    @Inject
    ImportTargets targets;

    @Inject
    ImportConfig config;

    @Inject
    TeamDealing dealing;

    @Inject
    GroupMembersSql groups;

    @Inject
    FileStore files;

    @Inject
    NamedMappingSql named;

    @Inject
    ImportFile content;

    @Inject
    ImportCorrectionSql corrections;

    @Inject
    ImportResumption resumption;

    @Inject
    Event<RunAsked> asked;

    @Inject
    Clock clock;

    /**
     * Stores a file and looks at its header. A file that cannot be read becomes a run that has FAILED, with its code.
     *
     * @param mapping fields by header; null to take one kept by name for such a file, or to have them guessed
     * @throws vn.sencrm.file.FileTooLargeException beyond the limit
     */
    public ImportRun upload(
            String type, String fileName, InputStream in, ImportOptions options, Map<String, String> mapping)
            throws IOException {
        ImportTarget target = targets.get(type);
        access.require(target.right());
        check(options);
        String name = fileName.length() > NAME_LIMIT ? fileName.substring(fileName.length() - NAME_LIMIT) : fileName;
        StoredFile file = files.store(
                name.isBlank() ? type : name, "application/octet-stream", in, config.maxBytes(), access.userId());
        try {
            SheetLook look = look(file.id(), file.name(), options.layout(), target, mapping);
            List<String> headers = ImportMapping.distinct(look.header());
            ImportRun run = access.get(insert(type, file, options, headers));
            return map(run, headers, mapping, options.at(look.layout()), suspicion(look));
        } catch (UnreadableFileException e) {
            long id = insert(type, file, options, List.of());
            runs.refuse(id, e.code(), clock.instant());
            return access.get(id);
        }
    }

    private long insert(String type, StoredFile file, ImportOptions options, List<String> headers) {
        return runs.insert(type, file.id(), file.name(), options, headers, Map.of(), access.userId(), clock.instant());
    }

    private SheetLook look(long file, String name, SheetLayout layout, ImportTarget target, Map<String, String> mapping)
            throws IOException {
        return content.look(
                file, name, layout, ImportMapping.knows(target.fields(), mapping == null ? Map.of() : mapping));
    }

    /**
     * Takes the table from elsewhere in the file: another sheet, titles in another row, or text of another kind.
     * Columns are guessed anew, and corrections forgotten.
     *
     * @throws UnreadableFileException when there is no table; the run stays as it is
     */
    public ImportRun locate(long id, SheetLayout layout) throws IOException {
        ImportRun run = access.get(id);
        return readAnew(run, null, run.options().at(layout));
    }

    /** Forgets all that was chosen and corrected, as if the file had just come ("Làm mới"); the group it came for stays. */
    public ImportRun reset(long id) throws IOException {
        ImportRun run = access.get(id);
        return readAnew(run, null, ImportOptions.DEFAULT.into(run.options().group()));
    }

    /**
     * Takes other options for a file that is there, as if they had come with it.
     *
     * @param mapping fields by header, as for {@link #upload}
     * @throws ImportRefusedException INVALID_STATE once the import has begun, NO_RIGHT when the user may not import such
     *     records; when a column or field is unknown, or two columns feed a single value
     */
    public ImportRun choose(long id, Map<String, String> mapping, ImportOptions options) throws IOException {
        ImportRun run = access.get(id);
        if (!run.state().isOpen()) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        access.require(targets.get(run.type()).right());
        check(options);
        return options.layout().equals(run.options().layout())
                ? map(run, run.headers(), mapping, options, suspicion(run))
                : readAnew(run, mapping, options);
    }

    private ImportRun readAnew(ImportRun run, Map<String, String> mapping, ImportOptions options) throws IOException {
        ImportTarget target = targets.get(run.type());
        SheetLook look = look(run.fileId(), run.fileName(), options.layout(), target, mapping);
        corrections.removeAll(run.id());
        return map(run, ImportMapping.distinct(look.header()), mapping, options.at(look.layout()), suspicion(look));
    }

    /**
     * Says which column feeds which field, and what is done with rows that exist already; where the table stands stays.
     *
     * @throws ImportRefusedException when a column or field is unknown, or two columns feed a single value
     */
    public ImportRun map(long id, Map<String, String> mapping, ImportOptions options) {
        ImportRun run = access.get(id);
        check(options);
        return map(run, run.headers(), mapping, options.at(run.options().layout()), suspicion(run));
    }

    private static String suspicion(SheetLook look) {
        return look.suspected() == null ? null : TEXT + look.suspected();
    }

    private static String suspicion(ImportRun run) {
        return run.problem() != null && run.problem().startsWith(TEXT) ? run.problem() : null;
    }

    /**
     * @param mapping null to have it found
     * @param suspicion what the user must say of the text first, null for nothing
     */
    private ImportRun map(
            ImportRun run, List<String> headers, Map<String, String> mapping, ImportOptions options, String suspicion) {
        ImportTarget target = targets.get(run.type());
        Map<String, String> wanted = mapping == null ? usual(run.type(), headers, target) : mapping;
        Map<String, String> checked = ImportMapping.checked(wanted, headers, target.fields());
        String lacking = target.isComplete(checked.values(), options) ? null : MAPPING_NEEDED;
        String problem = suspicion == null ? lacking : suspicion;
        ImportState state = problem == null ? ImportState.MAPPED : ImportState.UPLOADED;
        if (!runs.map(run.id(), state, headers, checked, options, problem)) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        return access.get(run.id());
    }

    /** As a file with the same titles was mapped by name, else as the titles say. */
    private Map<String, String> usual(String type, List<String> headers, ImportTarget target) {
        return named.of(type, headers, access.userId())
                .map(kept -> ImportMapping.known(kept.mapping(), target.fields()))
                .orElseGet(() -> ImportMapping.guess(headers, target.fields()));
    }

    /**
     * Takes a text instead of a cell of the file, in check, import and error workbook; what was checked before must be
     * checked again.
     *
     * @param column from 0
     * @param text empty to empty the cell, null to take the cell of the file again
     * @throws ImportRefusedException INVALID_STATE once the import has begun
     * @throws InvalidInputException where there is no such cell, or the text is longer than any
     */
    public ImportRun correct(long id, int row, int column, String text) {
        ImportRun run = access.get(id);
        if (row < 1 || column < 0 || column >= run.headers().size()) {
            throw new InvalidInputException(List.of(new FieldProblem("row", "UNKNOWN_OPTION", row + ":" + column)));
        }
        if (text == null) {
            corrections.remove(id, row, column);
        } else if (text.length() > SheetReader.MAX_CELL) {
            String header = run.headers().get(column);
            throw new InvalidInputException(
                    List.of(new FieldProblem(header, "TOO_LONG", Integer.toString(SheetReader.MAX_CELL))));
        } else {
            corrections.put(id, row, column, text.replace('\0', ' '));
        }
        return map(run, run.headers(), run.mapping(), run.options(), suspicion(run));
    }

    /** @throws InvalidInputException naming the option that cannot be followed */
    private void check(ImportOptions options) {
        if (options.group() != null) {
            access.require(Right.GROUP_MANAGE);
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (options.team() != null && !dealing.hasRule(options.team())) {
            problems.add(new FieldProblem("options.teamId", "UNKNOWN_OPTION", Long.toString(options.team())));
        }
        if (options.group() != null && !groups.isStatic(options.group())) {
            problems.add(new FieldProblem("options.groupId", "UNKNOWN_OPTION", Long.toString(options.group())));
        }
        if (options.tags().size() > TAGS_LIMIT) {
            problems.add(new FieldProblem("options.tags", "TOO_MANY", Integer.toString(TAGS_LIMIT)));
        }
        options.tags().stream()
                .filter(tag -> tag.length() > TAG_LIMIT)
                .forEach(
                        tag -> problems.add(new FieldProblem("options.tags", "TOO_LONG", Integer.toString(TAG_LIMIT))));
        options.tags().stream()
                .filter(TagCheck::isSeveral)
                .forEach(tag -> problems.add(new FieldProblem("options.tags", "BAD_VALUE", tag)));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /**
     * Puts a mapped run to work, or the checked one on to its end.
     *
     * @param dryRun to stop before anything is changed
     * @throws ImportRefusedException INVALID_STATE when it is not ready, or somebody was quicker
     */
    public ImportRun run(long id, boolean dryRun) {
        ImportRun run = access.get(id);
        if (run.state() == ImportState.CHECKED && !dryRun) {
            begin(run, ImportState.RUNNING, ImportPhase.APPLY, false);
        } else if (run.state() == ImportState.MAPPED || run.state() == ImportState.CHECKED) {
            runs.deleteRows(id);
            begin(run, ImportState.CHECKING, ImportPhase.READ, dryRun);
        } else {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        return access.get(id);
    }

    private void begin(ImportRun run, ImportState to, ImportPhase phase, boolean dryRun) {
        if (!runs.begin(run.id(), run.state(), to, phase, dryRun, clock.instant())) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        asked.fire(new RunAsked(phase == ImportPhase.UNDO ? ImportUndos.JOB : ImportRuns.JOB, run.id()));
    }

    /** Asks the worker to stop at the end of its step. */
    public ImportRun stop(long id) {
        access.get(id);
        runs.requestStop(id);
        return access.get(id);
    }

    /** Goes on where a stopped run, or one that failed by our own fault, left off. */
    public ImportRun resume(long id) {
        ImportRun run = access.get(id);
        if (!resumption.resume(run)) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        asked.fire(new RunAsked(ImportResumption.job(run), id));
        return access.get(id);
    }

    /**
     * Takes an import back, also one that was stopped half way: what it created goes, what it changed becomes as it was,
     * and what somebody has changed or used since stays and is listed.
     *
     * @throws ImportRefusedException INVALID_STATE when nothing was imported yet, NO_RIGHT when the user may not
     *     import such records, UNDO_EXPIRED when it is too late
     */
    public ImportRun undo(long id) {
        ImportRun run = access.get(id);
        if (!run.isApplied()) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        access.require(targets.get(run.type()).right());
        if (undoableUntil(run).isBefore(clock.instant())) {
            throw new ImportRefusedException("UNDO_EXPIRED");
        }
        begin(run, ImportState.UNDOING, ImportPhase.UNDO, false);
        runs.noteUndoer(id, access.userId());
        return access.get(id);
    }

    private Instant undoableUntil(ImportRun run) {
        return run.finishedAt().plus(config.undo());
    }

    /** Forgets a run that has changed nothing, with its file ("Bỏ qua"). */
    public void discard(long id) {
        ImportRun run = access.get(id);
        if (!run.state().isOpen()) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        runs.delete(id);
        files.delete(run.fileId());
    }
}
