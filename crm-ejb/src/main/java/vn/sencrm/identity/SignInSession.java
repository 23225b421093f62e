package vn.sencrm.identity;

import java.time.Instant;

/**
 * A session of a browser that is signed in.
 *
 * @param address from which it began, null where it is not known
 * @param agent what the browser says of itself, null where it says nothing
 */
public record SignInSession(long id, Instant startedAt, Instant lastSeenAt, String address, String agent) {}
