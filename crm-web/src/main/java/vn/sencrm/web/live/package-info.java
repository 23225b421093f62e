/**
 * Open windows are told that something has changed, on whichever server; what it is they ask for as they would anyway.
 */
package vn.sencrm.web.live;
