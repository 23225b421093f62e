/** Routes: the list, the form, the page of one with its stops, and the card of a customer's routes. */
package vn.sencrm.web.route;
