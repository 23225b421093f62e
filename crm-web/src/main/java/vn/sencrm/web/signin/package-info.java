/** Signing in and out: the one authentication mechanism, its page, and the change of one's password. */
package vn.sencrm.web.signin;
