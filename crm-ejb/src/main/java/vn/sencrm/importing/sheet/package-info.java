/**
 * Reads a sheet of a workbook, or a CSV file, row by row as text, in memory that does not grow with the
 * file; and writes workbooks (templates, error files). Knows nothing of customers or of import runs.
 */
package vn.sencrm.importing.sheet;
