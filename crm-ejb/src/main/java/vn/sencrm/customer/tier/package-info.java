/** Tiers that customers get by rule (TIE-1): each night whoever matches a tier's rule gets that tier. */
package vn.sencrm.customer.tier;
