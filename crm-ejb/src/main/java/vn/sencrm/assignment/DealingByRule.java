package vn.sencrm.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.customer.TeamDealing;

/** Deals out single customers as they are registered or changed. */
@ApplicationScoped
class DealingByRule implements TeamDealing {

    @Inject
    Dealer dealer;

    @Inject
    AssignmentSql sql;

    @Override
    public boolean hasRule(long teamId) {
        return sql.hasRule(teamId);
    }

    @Override
    public Long nextOwner(long teamId) {
        long owner = dealer.deal(teamId, 1).owners()[0];
        return owner == Dealt.NOBODY ? null : owner;
    }
}
