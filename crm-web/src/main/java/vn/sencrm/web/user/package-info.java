/** The pages that keep users: the list, and one user with their sign-in. */
package vn.sencrm.web.user;
