package vn.sencrm.customer.bin;

import java.io.Serializable;

/**
 * What goes into the bin together with a customer, and comes back with it.
 *
 * @param contacts that have it as their company; they stay, and lose it only with the purge
 */
public record Belongings(long contacts, long comments, long files, long followers) implements Serializable {}
