/**
 * The demo company: a few users, teams, tags and 300 made-up customers, so that a first start shows something. No
 * password comes with it.
 */
package vn.sencrm.demo;
