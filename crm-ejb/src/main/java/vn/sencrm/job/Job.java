package vn.sencrm.job;

import java.io.Serializable;

/**
 * A job as an operator sees it.
 *
 * @param schedule null for a job that runs only when somebody asks for it
 * @param lastRun null when it never ran
 */
public record Job(String name, JobSchedule schedule, JobRun lastRun) implements Serializable {}
