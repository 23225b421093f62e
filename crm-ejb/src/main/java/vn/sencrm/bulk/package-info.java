/**
 * One action on many customers (CUS-12): a frozen selection, worked on in steps of one transaction each, with a verdict
 * and a before-image per record; stopped, resumed, reported and undone from the same rows. Later features bring their
 * actions as {@link vn.sencrm.bulk.BulkAction}.
 */
package vn.sencrm.bulk;
