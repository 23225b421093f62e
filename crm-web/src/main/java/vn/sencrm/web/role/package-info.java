/** The page that keeps roles: a table of rights by roles. */
package vn.sencrm.web.role;
