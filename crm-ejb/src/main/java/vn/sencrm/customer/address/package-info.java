/**
 * Addresses whose province or commune nobody knows, most of them of before the reform of 2025: what they may mean today,
 * and the codes that they get when an administrator says so. Their words are left as they are.
 */
package vn.sencrm.customer.address;
