/** The bell and what it shows. */
package vn.sencrm.web.notification;
