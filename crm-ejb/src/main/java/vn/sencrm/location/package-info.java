/**
 * Provinces and communes (LOC-1): kept by hand or imported, found by what people write for them, among that the names of
 * before the reform of 2025. An address keeps the words it was written in beside the codes found for them.
 */
package vn.sencrm.location;
