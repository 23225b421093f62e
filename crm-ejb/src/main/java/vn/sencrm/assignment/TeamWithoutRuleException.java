package vn.sencrm.assignment;

import vn.sencrm.common.CrmException;

/** Customers were to be dealt out by a team that has no rule, and no person was chosen. */
public class TeamWithoutRuleException extends CrmException {

    private static final long serialVersionUID = 1L;

    TeamWithoutRuleException(String teamName) {
        super("TEAM_WITHOUT_RULE", teamName);
    }
}
