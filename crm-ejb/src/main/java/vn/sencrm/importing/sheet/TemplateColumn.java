package vn.sencrm.importing.sheet;

import java.util.List;

/**
 * A column of a template.
 *
 * @param choices what its drop-down offers, empty for free text
 * @param examples one per example row
 */
public record TemplateColumn(String header, String explanation, List<String> choices, List<String> examples) {}
