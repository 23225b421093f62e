/**
 * Suggestions of addresses with their positions from a geocoder on the company's own network (MAP-1), where one is
 * configured. It is asked outside any transaction and for a short time only; when it is away, forms do without.
 */
package vn.sencrm.customer.geocoder;
