package vn.sencrm.bulk;

import java.io.Serializable;

/** A team that customers can be given to, with the mode by which it deals them out: NONE, SEQUENTIAL, RANDOM. */
public record TeamChoice(String name, String mode) implements Serializable {}
