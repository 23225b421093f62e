package vn.sencrm.identity;

import java.util.List;

/**
 * The names of the rights. A role holds rights (table {@code app_role_right}); the container knows the caller's rights
 * as roles, so that a service says {@code @RolesAllowed(Right.CUSTOMER_VIEW)} and a page
 * {@code request.isUserInRole('customer.view')}.
 */
public final class Right {

    /** Held by everyone who is signed in, whatever the role. */
    public static final String SIGNED_IN = "signed-in";

    public static final String CUSTOMER_VIEW = "customer.view";
    public static final String CUSTOMER_CREATE = "customer.create";
    public static final String CUSTOMER_EDIT = "customer.edit";
    public static final String CUSTOMER_DELETE = "customer.delete";
    public static final String CUSTOMER_IMPORT = "customer.import";
    public static final String CUSTOMER_EXPORT = "customer.export";
    /** Saving a customer although others have its keys, where that is asked about. */
    public static final String CUSTOMER_DUPLICATE = "customer.duplicate";

    public static final String CUSTOMER_MERGE = "customer.merge";
    public static final String CUSTOMER_ASSIGN = "customer.assign";
    public static final String GROUP_MANAGE = "group.manage";
    public static final String JOB_VIEW = "job.view";
    public static final String JOB_RUN = "job.run";
    public static final String CONFIGURE = "configure";
    public static final String USER_MANAGE = "user.manage";
    public static final String AUDIT_VIEW = "audit.view";
    /** Version, servers, database, runs and queues. */
    public static final String SYSTEM_VIEW = "system.view";

    /** What a role can grant, in the order of the table of roles. */
    public static final List<String> GRANTABLE = List.of(
            CUSTOMER_VIEW,
            CUSTOMER_CREATE,
            CUSTOMER_EDIT,
            CUSTOMER_DELETE,
            CUSTOMER_IMPORT,
            CUSTOMER_EXPORT,
            CUSTOMER_DUPLICATE,
            CUSTOMER_MERGE,
            CUSTOMER_ASSIGN,
            GROUP_MANAGE,
            JOB_VIEW,
            JOB_RUN,
            CONFIGURE,
            USER_MANAGE,
            AUDIT_VIEW,
            SYSTEM_VIEW);

    private Right() {}
}
