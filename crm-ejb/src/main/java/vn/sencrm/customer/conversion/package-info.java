/**
 * Conversion of leads (CNV-1): the same record becomes a CONTACT or an ACCOUNT, so that all its history stays. What each
 * kind becomes is a setting. Until records can be merged, "into an existing account" means: as a contact of it.
 */
package vn.sencrm.customer.conversion;
