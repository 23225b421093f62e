/**
 * The job {@code duplicates-nightly}: all pairs and groups worked out anew. Pairs by key come from one statement; pairs by
 * name from one pass over those who share a birthday, a company or a commune, compared here and written back by COPY.
 */
package vn.sencrm.duplicate.nightly;
