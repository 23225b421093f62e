package vn.sencrm.system;

import java.io.Serializable;
import java.time.Instant;

/**
 * The database at a moment.
 *
 * @param version of PostgreSQL
 * @param schema the last migration that ran
 * @param connections of all servers and whoever else is connected to it
 */
public record DatabaseFigures(
        String version, String schema, long bytes, int connections, int maxConnections, Instant startedAt)
        implements Serializable {}
