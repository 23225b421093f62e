/**
 * Tests of the whole product as it is run: the EAR just built, started once through {@code ./crm run}, asked over HTTP,
 * in a browser and from within the server. They know addresses, and the database only to prepare data and to look at it.
 */
package vn.sencrm.it;
