package vn.sencrm.job;

/**
 * A feature whose runs stand in a table of its own and outlive the server that works on them. Implemented by the
 * feature and found by CDI; the job of the same name takes the run's id as its parameter {@code run}.
 */
public interface RunSource {

    String jobName();

    /** Where its runs stand; those in one of the table's active states wait for somebody to work on them. */
    RunTable table();

    /** How often a run is taken up without getting any further, before it fails. */
    int maxAttempts();
}
