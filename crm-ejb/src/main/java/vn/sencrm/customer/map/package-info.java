/** Customers on a map (MAP-1): the positions of a box, gathered into clusters by the database, as the list filters them. */
package vn.sencrm.customer.map;
