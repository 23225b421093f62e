/**
 * Which fields a customer of a kind and stage should have (a setting), the attributes that a kind must have among them, and
 * which customers lack them (CHK-1). Triggers
 * keep {@code customer_gap} in every transaction that writes a customer; the nightly job and a changed rule work it out
 * anew. Lists ask by the filter field {@code missing}.
 */
package vn.sencrm.customer.gap;
