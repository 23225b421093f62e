/**
 * The filter language of lists, saved filters, groups, bulk actions and the REST parameter {@code filter}: a small tree,
 * one translation into SQL and one into a sentence. Features say in {@link vn.sencrm.common.filter.FilterFields} what may
 * be filtered; nothing else ever reaches the SQL but as a parameter.
 */
package vn.sencrm.common.filter;
