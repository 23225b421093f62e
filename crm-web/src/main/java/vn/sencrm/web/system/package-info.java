/**
 * How the system is seen from outside: the id of each request, the figures for Prometheus and the administrator's page.
 * What is counted is this server's own, since its start; whoever watches a cluster asks each server.
 */
package vn.sencrm.web.system;
