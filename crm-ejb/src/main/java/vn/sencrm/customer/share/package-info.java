/** Sharing: a customer shown to a user or a team who would not see it otherwise, to look at or to change (SEC-2). */
package vn.sencrm.customer.share;
