package vn.sencrm.system;

import java.io.Serializable;

/**
 * How many runs of a job are in a state.
 *
 * @param job of several jobs that share a table, the first
 */
public record RunCount(String job, String state, long runs) implements Serializable {}
