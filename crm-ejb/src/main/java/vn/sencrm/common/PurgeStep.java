package vn.sencrm.common;

/**
 * One kind of thing that a feature no longer needs after a while, or must prepare in time; the job {@code purge} finds
 * the steps by CDI. Each call is one transaction and must be harmless to repeat.
 */
public interface PurgeStep {

    /** Under this name the job tells how much was done. */
    String name();

    /**
     * Does one bounded piece of the work.
     *
     * @return how many were dealt with; fewer than {@code atMost} when nothing is left
     */
    int purge(int atMost);
}
