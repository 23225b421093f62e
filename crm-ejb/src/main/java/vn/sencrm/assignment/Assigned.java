package vn.sencrm.assignment;

/**
 * What an assignment did.
 *
 * @param customers how many were asked for; those that already were as asked count too
 * @param queued how many of them wait in the team's queue, since nobody could take them
 */
public record Assigned(int customers, int queued) {}
