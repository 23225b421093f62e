/**
 * Customers: one entity whatever the kind and stage, its form definition, its checks, its list and search. What a
 * customer is made of is told once, by {@link vn.sencrm.customer.CustomerField}; forms, imports, the API, the audit and
 * filters read it there.
 */
package vn.sencrm.customer;
