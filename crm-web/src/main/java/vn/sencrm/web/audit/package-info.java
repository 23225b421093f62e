/** The page on which administrators search the audit. */
package vn.sencrm.web.audit;
