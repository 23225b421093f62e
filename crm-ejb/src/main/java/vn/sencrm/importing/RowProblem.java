package vn.sencrm.importing;

import java.io.Serializable;
import java.util.List;
import vn.sencrm.common.Excerpt;

/**
 * What is wrong or doubtful in one cell. Of long arguments (they may be what was typed) the beginning is kept.
 *
 * @param field the field as in the customer JSON
 * @param column the cell's column in the file from 0, -1 when no cell is at fault
 * @param warning whether the row is taken all the same
 */
public record RowProblem(String field, int column, String code, List<String> arguments, boolean warning)
        implements Serializable {

    private static final int ARGUMENT_LIMIT = 200;

    public RowProblem {
        arguments = arguments.stream()
                .map(argument -> Excerpt.of(argument, ARGUMENT_LIMIT))
                .toList();
    }
}
