/**
 * The pages of customers: list, detail, form, and the hits of the quick search. What stands in a list's address is all
 * that the list knows, so it can be bookmarked and sent; forms and details are rendered from
 * {@link vn.sencrm.customer.CustomerField}, so no page knows a kind of customer.
 */
package vn.sencrm.web.customer;
