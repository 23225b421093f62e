/**
 * Lists as files (EXP-1): what was asked for is written by the job {@code export-run} in one streamed pass, by the rights
 * of whoever asked, to a file that only that one can fetch. A file of customers can be imported again as it is.
 */
package vn.sencrm.export;
