/**
 * Routes (ASG-4): named sets of customers in the order of their stops, given to the staff who visit them. Who has a
 * route sees its customers, as far as the role counts routes.
 */
package vn.sencrm.customer.route;
