package vn.sencrm.identity.user;

import java.time.Instant;

/** A token of a program that is neither ended nor revoked; never its text. */
public record Token(long id, String name, Instant createdAt, Instant expiresAt) {}
