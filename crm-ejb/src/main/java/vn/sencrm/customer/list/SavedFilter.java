package vn.sencrm.customer.list;

import java.io.Serializable;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.customer.CustomerStage;

/**
 * A filter kept by name, as one user sees it: their own, or one that somebody shares. It holds what a list's address
 * holds.
 *
 * @param ownerActive false when whoever made it works here no more; a shared one stays
 * @param mine whether the viewer made it
 * @param editable whether the viewer may change and delete it
 * @param stage null for the list of all stages
 * @param filter in the filter language's JSON, null for none
 * @param columns null for the columns that the viewer chose
 * @param opensFirst whether it is what the viewer's list of this stage begins with
 * @param problem why it cannot be used, null when it can
 */
public record SavedFilter(
        long id,
        int version,
        String name,
        String owner,
        String ownerName,
        boolean ownerActive,
        boolean mine,
        boolean editable,
        CustomerStage stage,
        String filter,
        String search,
        String sort,
        List<String> columns,
        boolean shared,
        boolean opensFirst,
        FieldProblem problem)
        implements Serializable {}
