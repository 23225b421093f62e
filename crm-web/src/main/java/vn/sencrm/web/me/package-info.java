/** "Trang của tôi": what users see and change of themselves. */
package vn.sencrm.web.me;
