/**
 * Groups of customers (GRP), under the menu Marketing: static ones with members of their own, and dynamic ones that are
 * filters. To be in a group is no value of a customer: it moves neither its version nor its time of change.
 */
package vn.sencrm.group;
