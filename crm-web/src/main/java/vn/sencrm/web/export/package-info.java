/** Exports: their headers, the page of one with its progress, the list of one's own, and the files. */
package vn.sencrm.web.export;
