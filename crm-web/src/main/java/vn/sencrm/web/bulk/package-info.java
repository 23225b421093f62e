/** Pages of bulk actions: the bar and dialogs of the list of customers, a run with its report, one's runs. */
package vn.sencrm.web.bulk;
