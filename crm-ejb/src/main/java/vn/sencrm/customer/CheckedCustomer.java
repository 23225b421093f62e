package vn.sencrm.customer;

import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;

/**
 * What became of a {@link CustomerInput}: the values to store, what is wrong and what is accepted with doubt. With
 * problems it must not be stored.
 */
public record CheckedCustomer(CustomerDocument document, List<FieldProblem> problems, List<FieldProblem> warnings) {

    public boolean isGood() {
        return problems.isEmpty();
    }

    /** @throws InvalidInputException naming every field that is wrong */
    public CustomerDocument orThrow() {
        if (!isGood()) {
            throw new InvalidInputException(problems);
        }
        return document;
    }
}
