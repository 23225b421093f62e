/**
 * Lists that a company defines for itself (CATLG-1): statuses, categories, tiers, sources and what later features add.
 * One table shape, one service, one page and one REST resource for all of them; a feature describes its own by a
 * {@link vn.sencrm.catalogue.CatalogueSource}. Tags and locations have shapes and packages of their own.
 */
package vn.sencrm.catalogue;
