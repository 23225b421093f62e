/**
 * The product's pages in words of the business: a test says what a user does, a page class knows where to click. Every
 * page that is opened is looked at by {@link vn.sencrm.it.page.OpenedPage}, so that no test can forget it.
 */
package vn.sencrm.it.page;
