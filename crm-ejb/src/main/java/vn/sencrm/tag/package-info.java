/**
 * Labels of customers (TAG-1): a tag without an owner is shared by all (blue), one with an owner is that user's own
 * (orange) and nobody else's business. Customers get and lose them in the package {@code customer} and in bulk.
 */
package vn.sencrm.tag;
