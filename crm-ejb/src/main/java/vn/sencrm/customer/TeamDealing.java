package vn.sencrm.customer;

/** Finds the owner of a customer that has a team and nobody in charge (ASG-3); the dealing-out stands a floor above. */
public interface TeamDealing {

    /** Whether the team has a rule by which it deals customers out. */
    boolean hasRule(long teamId);

    /** The member whose turn it is, in the caller's transaction; null when the customer has to wait in the queue. */
    Long nextOwner(long teamId);
}
