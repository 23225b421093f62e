/**
 * The keeping of users (SEC-1): who there is, in which role, and whether they may sign in. What a leaving user owns is
 * handed over by {@code vn.sencrm.assignment}, a floor above.
 */
package vn.sencrm.identity.user;
