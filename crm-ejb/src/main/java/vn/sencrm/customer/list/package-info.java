/**
 * What a user makes of a list of customers: the values that a filter may name, filters kept by name, the columns chosen
 * for each stage. The list itself is read by {@link vn.sencrm.customer.CustomerQueries}.
 */
package vn.sencrm.customer.list;
