/**
 * Duplicates (DUP-1 … DUP-3): which keys count and what happens when one meets an existing customer, the pairs and groups
 * that are found, and those that somebody has called different. Saving a customer keeps its own pairs, the nightly run
 * ({@code duplicate.nightly}) works all of them out anew. {@code docs/decisions/duplicates.md} tells why it is so.
 */
package vn.sencrm.duplicate;
