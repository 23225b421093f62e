/** Groups of customers: the list, the form with its members, and the picker of customers. */
package vn.sencrm.web.group;
