/**
 * Further attributes of customers (CUS-3): what a company defines, how values are checked and stored. A value stands in
 * {@code customer.attributes} under its attribute's code; in documents and error messages it is
 * {@code attributes.<code>}, in filters and import mappings {@code attr.<code>}.
 */
package vn.sencrm.customer.attribute;
