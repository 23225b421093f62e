/**
 * Customers that are one: the master takes over what the others have, and they become its aliases; everything can be put
 * back for a time. Nobody knows this package.
 */
package vn.sencrm.merge;
