package vn.sencrm.job;

import java.io.Serializable;
import java.time.Instant;

/**
 * The emergency switch while it is off: no schedule starts anything on any server.
 *
 * @param by full name of whoever stopped everything
 */
public record ScheduleStop(Instant at, long byId, String by) implements Serializable {}
