package vn.sencrm.tag;

import java.io.Serializable;

/**
 * A tag as its user sees it.
 *
 * @param shared whether everybody has it; else it is the user's own
 * @param customers how many carry it, whoever may see them
 */
public record Tag(long id, int version, String name, boolean shared, long customers) implements Serializable {}
