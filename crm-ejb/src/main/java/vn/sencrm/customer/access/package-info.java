/**
 * Why a user can or cannot see a customer (SEC-5): every way of record access told with yes or no and the names behind
 * it. It tells what {@code RecordAccessSql} decides; a test compares the two for every way.
 */
package vn.sencrm.customer.access;
