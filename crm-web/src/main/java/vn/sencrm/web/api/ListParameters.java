package vn.sencrm.web.api;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.UnknownFieldException;

/** What every list takes: {@code q}, {@code filter}, {@code sort}, {@code size}, {@code after}, {@code count}. */
public class ListParameters {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 200;

    @QueryParam("q")
    String search;

    @QueryParam("filter")
    String filter;

    @QueryParam("sort")
    String sort;

    @QueryParam("size")
    String size;

    @QueryParam("after")
    String after;

    @QueryParam("count")
    String count;

    boolean hasFilter() {
        return filter != null && !filter.isBlank();
    }

    /**
     * For a list that has one order.
     *
     * @throws UnknownFieldException when another is asked for
     */
    ListParameters inOrder(String only) {
        if (sort != null && !sort.isBlank() && !sort.equals(only)) {
            throw new UnknownFieldException(sort);
        }
        return this;
    }

    boolean isCountExact() {
        return "exact".equals(count);
    }

    /** @throws InvalidInputException for what is no number from 1 to 200 */
    int size() {
        if (size == null || size.isBlank()) {
            return DEFAULT_SIZE;
        }
        try {
            int number = Integer.parseInt(size.trim());
            if (number >= 1 && number <= MAX_SIZE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new InvalidInputException(
                List.of(new FieldProblem("size", "OUT_OF_RANGE", "1", Integer.toString(MAX_SIZE))));
    }
}
