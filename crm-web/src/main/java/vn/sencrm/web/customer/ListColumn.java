package vn.sencrm.web.customer;

import java.io.Serializable;

/**
 * A column that a list of customers may show.
 *
 * @param name the field's name in the customer JSON
 * @param label what its header says
 * @param look the class of its header and cells
 * @param sort the order that a click on the header asks for first; null where there is none
 */
public record ListColumn(String name, String label, String look, String sort) implements Serializable {}
