/** What every long work of this product shares: which server it is, and that it says so while it works. */
package vn.sencrm.job;
