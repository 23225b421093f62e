/** The pages of catalogues, tags and locations, all of one look: tabs, a table, a dialog that adds and changes. */
package vn.sencrm.web.catalogue;
