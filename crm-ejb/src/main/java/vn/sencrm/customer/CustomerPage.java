package vn.sencrm.customer;

import vn.sencrm.common.Page;

/**
 * A page of customers.
 *
 * @param cut a search in an order of its own looked at the newest {@value CustomerListRequest#SORT_LIMIT} matches only
 */
public record CustomerPage(Page<CustomerView> page, boolean cut) {}
