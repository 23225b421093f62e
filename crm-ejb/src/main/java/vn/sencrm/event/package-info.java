/**
 * What all servers are told at once, by PostgreSQL's {@code NOTIFY}. It carries ids only and may be lost (a server
 * without its database hears nothing): whoever listens asks for what is so, and asks now and then without being told.
 */
package vn.sencrm.event;
