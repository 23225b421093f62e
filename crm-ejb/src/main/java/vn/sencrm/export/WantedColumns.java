package vn.sencrm.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.sencrm.common.FieldProblem;

/** The one check of the columns that an export asks for, whatever the list. */
final class WantedColumns {

    private WantedColumns() {}

    /** What is wrong: none at all, or each that the list does not have, by its place. */
    static List<FieldProblem> problems(List<String> wanted, Collection<String> known) {
        List<FieldProblem> problems = new ArrayList<>();
        if (wanted.isEmpty()) {
            problems.add(new FieldProblem("columns", "REQUIRED"));
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!known.contains(wanted.get(i))) {
                problems.add(new FieldProblem("columns[" + i + "]", "UNKNOWN_OPTION", wanted.get(i)));
            }
        }
        return problems;
    }
}
