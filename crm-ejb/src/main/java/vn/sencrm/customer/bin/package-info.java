/**
 * The recycle bin: a customer that is deleted keeps its row, code, keys and relations, and comes back as it was until the
 * job {@code purge} removes it for good.
 */
package vn.sencrm.customer.bin;
