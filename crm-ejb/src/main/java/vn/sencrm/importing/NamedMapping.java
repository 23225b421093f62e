package vn.sencrm.importing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How columns are mapped to fields, kept under a name.
 *
 * @param shared whether everybody has it; else it is the user's own
 * @param headers the titles of the file of which it was made
 * @param mapping fields by header
 */
public record NamedMapping(
        long id, String type, String name, boolean shared, List<String> headers, Map<String, String> mapping)
        implements Serializable {}
