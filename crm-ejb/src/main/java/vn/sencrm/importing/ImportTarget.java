package vn.sencrm.importing;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetRow;

/** A type of record that can be imported. Implementations are found by CDI. */
public interface ImportTarget {

    /** The type's name in runs and addresses ({@code customers}): part of the public contract. */
    String type();

    /** What columns may be mapped to, in the order of the template. */
    List<ImportField> fields();

    /** The right that one needs beside that to import at all. */
    default String right() {
        return Right.CUSTOMER_IMPORT;
    }

    /**
     * Whether enough columns are mapped to begin: the key's own, and a name for new records; a file of changes may do
     * with keys. The code may be left out, as each new record is given one.
     *
     * @param mapped the fields that a column feeds
     */
    default boolean isComplete(Collection<String> mapped, ImportOptions options) {
        boolean hasKey = mapped.contains(options.key().field());
        if (hasKey && options.onMatch() != ImportOptions.OnMatch.SKIP) {
            return true;
        }
        return mapped.contains("name") && (hasKey || options.key() == ImportOptions.Key.CODE);
    }

    /** The check of a row, over what codes and names stand for at this moment; used by one thread. */
    Function<SheetRow, StagedRow> checker(ImportRun run);

    /**
     * How the verdict of every staged row of the run is found: parts that follow each other, each committed by itself.
     * After a crash they are done again from the first, with no verdict there.
     */
    List<DecisionPart> deciding(ImportRun run, Account user);

    /** What must be done once before the first step is applied (and harmlessly again after a crash). */
    void prepare(ImportRun run, Account user);

    /** What must be done once before the first row is taken back (and harmlessly again after a crash). */
    default void beginUndo(ImportRun run) {}

    /** Before rows are taken back, in a transaction of its own; again after a crash. */
    default void prepareUndo(ImportRun run, int after, int upTo) {}

    /**
     * Takes back what became of the rows beyond {@code after} up to {@code upTo}; a row is taken back once. Other rows
     * are taken back beside it.
     */
    void undo(ImportRun run, int after, int upTo);

    /** When no row is taken back any more, in a transaction of its own; also where it was stopped before the last. */
    default void settleUndo(ImportRun run, int after, int upTo) {}

    /** What is left to do once no row waits any more, together with the end of the run. */
    default void endUndo(ImportRun run) {}

    /** Turns the verdicts of the rows beyond {@code after} up to {@code upTo} into changes. */
    void apply(ImportRun run, Account user, int after, int upTo);
}
