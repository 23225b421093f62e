package vn.sencrm.importing;

import java.util.function.Consumer;

/**
 * A part of finding the verdicts of a run's rows.
 *
 * @param whole whether it looks at all rows together; else it is done for some rows at a time, side by side
 * @param work what is done for the rows, in a transaction
 */
public record DecisionPart(boolean whole, Consumer<RowRange> work) {

    static DecisionPart ofAll(Runnable work) {
        return new DecisionPart(true, rows -> work.run());
    }

    static DecisionPart ofSome(Consumer<RowRange> work) {
        return new DecisionPart(false, work);
    }
}
