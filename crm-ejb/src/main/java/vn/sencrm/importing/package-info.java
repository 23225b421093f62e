/**
 * Imports (IMP): from a file over the mapping of its columns to checked rows, verdicts and changes, as runs that any
 * server takes up where another left off. The engine knows no type of record; each type is an {@link
 * vn.sencrm.importing.ImportTarget}.
 */
package vn.sencrm.importing;
