package vn.sencrm.job;

import java.util.List;

/**
 * A feature whose runs stand in a table of its own and outlive the server that works on them. Implemented by the
 * feature and found by CDI; the job of the same name takes the run's id as its parameter {@code run}.
 */
public interface RunSource {

    String jobName();

    /** The runs that wait for somebody to work on them. */
    List<Long> waiting();

    /** Makes this server the run's owner; false when another one is, or there is nothing to do. */
    boolean claim(long id);

    /** Gives back a claimed run for which no job could be begun. */
    void release(long id);
}
