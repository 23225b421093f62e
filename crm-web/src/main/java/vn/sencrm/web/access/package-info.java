/** Who sees a customer and why: the cards of the detail page for shares and reasons, the administrator's page. */
package vn.sencrm.web.access;
