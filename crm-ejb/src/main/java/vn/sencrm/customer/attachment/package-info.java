/** Files of customers, given out only to who sees the customer. */
package vn.sencrm.customer.attachment;
