package vn.sencrm.location;

import java.util.List;

/**
 * What was typed or sent of a place; null leaves a part as it is.
 *
 * @param provinceCode empty for a province; a place's own never changes
 * @param former names of before or otherwise
 */
public record LocationInput(String code, String provinceCode, String name, List<String> former) {}
