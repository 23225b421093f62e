package vn.sencrm.job;

import java.io.Serializable;
import java.time.Instant;

/**
 * A job whose last two due moments passed without a run that went well.
 *
 * @param since the first moment that was missed
 * @param errorCode why the last run of this time failed, null when none did
 * @param errorDetail the same in the words of whatever failed
 */
public record MissedJob(String name, Instant since, String errorCode, String errorDetail) implements Serializable {}
