package vn.sencrm.export;

import java.io.Serializable;

/**
 * A column of a file.
 *
 * @param name of what it holds ({@code phones}, {@code address.street}, {@code attr.size})
 * @param header what stands above it, in the language of whoever asked
 */
public record ExportColumn(String name, String header) implements Serializable {}
