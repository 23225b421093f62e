/**
 * What surrounds every page: template support, language and theme, menu, messages, failures, security headers.
 * It knows no feature of the product; features use it.
 */
package vn.sencrm.web.shell;
