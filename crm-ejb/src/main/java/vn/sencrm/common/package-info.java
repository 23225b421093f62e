/**
 * What every feature stands on: errors, values (phone, e-mail, tax code), text folding, the filter language, paging
 * and the clock. It knows no other package of the product.
 */
package vn.sencrm.common;
