package vn.sencrm.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.TeamDealing;
import vn.sencrm.file.FileStore;
import vn.sencrm.file.StoredFile;
import vn.sencrm.group.GroupMembersSql;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetFiles;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.UnreadableFileException;
import vn.sencrm.job.RunAsked;

/** Takes files in, maps their columns and puts runs to work; the work itself is done by the job {@code import-run}. */
@Stateless
@RolesAllowed(Right.CUSTOMER_IMPORT)
public class ImportService {

    /** What stands in a run's {@code problem} while a required field has no column. */
    public static final String MAPPING_NEEDED = "MAPPING_NEEDED";

    private static final int NAME_LIMIT = 255;
    private static final int TAG_LIMIT = 60;

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
    Event<RunAsked> asked;

    @Inject
    Clock clock;

    /**
     * Stores a file and looks at its header. A file that cannot be read becomes a run that has FAILED, with its code.
     *
     * @param mapping fields by header, null to have them guessed
     * @throws vn.sencrm.file.FileTooLargeException beyond the limit
     */
    public ImportRun upload(
            String type, String fileName, InputStream content, ImportOptions options, Map<String, String> mapping)
            throws IOException {
        ImportTarget target = targets.get(type);
        access.require(target.right());
        check(options);
        String name = fileName.length() > NAME_LIMIT ? fileName.substring(fileName.length() - NAME_LIMIT) : fileName;
        StoredFile file = files.store(
                name.isBlank() ? type : name, "application/octet-stream", content, config.maxBytes(), access.userId());
        try {
            List<String> headers = ImportMapping.distinct(header(file));
            Map<String, String> wanted = mapping == null ? ImportMapping.guess(headers, target.fields()) : mapping;
            long id = insert(type, file, options, headers);
            return map(id, ImportMapping.checked(wanted, headers, target.fields()), options);
        } catch (UnreadableFileException e) {
            long id = insert(type, file, options, List.of());
            runs.refuse(id, e.code(), clock.instant());
            return access.get(id);
        }
    }

    private long insert(String type, StoredFile file, ImportOptions options, List<String> headers) {
        return runs.insert(type, file.id(), file.name(), options, headers, Map.of(), access.userId(), clock.instant());
    }

    private List<String> header(StoredFile file) throws IOException {
        Path copy = files.copyToTemporaryFile(file.id());
        try (SheetReader reader = SheetFiles.open(copy, file.name())) {
            if (reader.next() == null) {
                throw new UnreadableFileException(UnreadableFileException.NO_ROWS);
            }
            return reader.header();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /**
     * Says which column feeds which field, and what is done with rows that exist already.
     *
     * @throws ImportRefusedException when a column or field is unknown, or two columns feed a single value
     */
    public ImportRun map(long id, Map<String, String> mapping, ImportOptions options) {
        ImportRun run = access.get(id);
        check(options);
        Map<String, String> checked = ImportMapping.checked(
                mapping, run.headers(), targets.get(run.type()).fields());
        boolean complete = targets.get(run.type()).isComplete(checked.values(), options);
        ImportState state = complete ? ImportState.MAPPED : ImportState.UPLOADED;
        if (!runs.map(id, state, checked, options, complete ? null : MAPPING_NEEDED)) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        return access.get(id);
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
        options.tags().stream()
                .filter(tag -> tag.length() > TAG_LIMIT)
                .forEach(
                        tag -> problems.add(new FieldProblem("options.tags", "TOO_LONG", Integer.toString(TAG_LIMIT))));
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
        boolean ours = run.state() == ImportState.FAILED && "INTERNAL".equals(run.errorCode());
        if (run.state() != ImportState.STOPPED && !ours || run.phase() == null) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        begin(run, stateOf(run.phase()), run.phase(), run.dryRun());
        return access.get(id);
    }

    private static ImportState stateOf(ImportPhase phase) {
        return switch (phase) {
            case READ, DECIDE -> ImportState.CHECKING;
            case APPLY -> ImportState.RUNNING;
            case UNDO -> ImportState.UNDOING;
        };
    }

    /**
     * Takes an import back, also one that was stopped half way: what it created goes, what it changed becomes as it was,
     * and what somebody has changed or used since stays and is listed.
     *
     * @throws ImportRefusedException INVALID_STATE when nothing was imported yet, UNDO_UNSUPPORTED for types that cannot
     *     be taken back, UNDO_EXPIRED when it is too late
     */
    public ImportRun undo(long id) {
        ImportRun run = access.get(id);
        if (!run.isApplied()) {
            throw new ImportRefusedException("INVALID_STATE", run.state().name());
        }
        if (!targets.get(run.type()).canUndo()) {
            throw new ImportRefusedException("UNDO_UNSUPPORTED");
        }
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
