package vn.sencrm.web.api;

import jakarta.ws.rs.QueryParam;
import vn.sencrm.identity.audit.AuditSearch;

/** What a search of the audit takes beside {@code size} and {@code after}. */
public class AuditParameters {

    @QueryParam("user")
    String user;

    @QueryParam("entity")
    String entity;

    @QueryParam("record")
    String record;

    @QueryParam("field")
    String field;

    @QueryParam("action")
    String action;

    @QueryParam("cause")
    String cause;

    @QueryParam("run")
    String run;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    AuditSearch search() {
        return new AuditSearch(user, entity, record, field, action, cause, run, from, to);
    }
}
