/** Pages that merge customers and take merges back. */
package vn.sencrm.web.merge;
