/**
 * Who uses the product and what they may do: users, roles and their rights, passwords, tokens, and the one place that
 * says which records a user sees.
 */
package vn.sencrm.identity;
