/**
 * What every long work of this product shares: when it is due, its runs, which server works on one, and that it says so
 * while it works.
 */
package vn.sencrm.job;
