package vn.sencrm.customer.list;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** The columns that each user chose for the list of a stage. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class UserLists {

    @Inject
    SavedFilterSql sql;

    @Inject
    CurrentUser currentUser;

    /**
     * The caller's columns in their order, if they chose any.
     *
     * @param stage null for the list of all stages
     */
    public Optional<List<String>> columns(CustomerStage stage) {
        return sql.columns(currentUser.id(), name(stage));
    }

    /** @param columns empty for those that everybody has */
    public void setColumns(CustomerStage stage, List<String> columns) {
        sql.setColumns(currentUser.id(), name(stage), columns.isEmpty() ? null : columns);
    }

    static String name(CustomerStage stage) {
        return stage == null ? "ALL" : stage.name();
    }
}
