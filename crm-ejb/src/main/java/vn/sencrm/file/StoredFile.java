package vn.sencrm.file;

import java.io.Serializable;
import java.time.Instant;

/** What is known of a stored file without reading it. */
public record StoredFile(
        long id, String name, String contentType, long size, String sha256, long createdBy, Instant createdAt)
        implements Serializable {}
