/** The home page: what changed last, and where to go from here. */
package vn.sencrm.web.home;
