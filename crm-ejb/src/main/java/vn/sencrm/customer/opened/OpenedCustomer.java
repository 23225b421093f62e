package vn.sencrm.customer.opened;

import java.io.Serializable;
import java.time.Instant;

/** A customer that the user has looked at. */
public record OpenedCustomer(long id, String code, String name, Instant at) implements Serializable {}
