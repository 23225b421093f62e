package vn.sencrm.customer;

import java.util.List;
import vn.sencrm.common.FieldProblem;

/** A customer as it was just stored, with what was accepted in doubt. */
public record SavedCustomer(long id, String code, int version, List<FieldProblem> warnings) {}
