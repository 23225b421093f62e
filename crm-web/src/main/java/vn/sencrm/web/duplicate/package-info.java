/** Duplicates on pages: the tab of the check page, the notice of a customer, the dialog of forms, and the rules. */
package vn.sencrm.web.duplicate;
