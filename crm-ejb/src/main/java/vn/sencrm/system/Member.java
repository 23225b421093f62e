package vn.sencrm.system;

import java.io.Serializable;
import java.time.Instant;

/**
 * A server that runs.
 *
 * @param address of its machine
 * @param version of the application on it
 * @param here whether it is the one that tells this
 */
public record Member(String name, String address, String version, Instant startedAt, Instant seenAt, boolean here)
        implements Serializable {}
