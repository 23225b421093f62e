/** The pages of imports: the list of runs, a new one, and the wizard of one run from its columns to its result. */
package vn.sencrm.web.importing;
