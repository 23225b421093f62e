/** Which customers a user has looked at last (USR-1): the way back to them, from one's own page and the home page. */
package vn.sencrm.customer.opened;
