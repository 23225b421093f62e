/**
 * REST under {@code /crm/api/v1}: a bearer token, JSON in and out, errors as problem details (RFC 9457). Resources are
 * thin: they turn JSON into the services' inputs and records into JSON.
 */
package vn.sencrm.web.api;
