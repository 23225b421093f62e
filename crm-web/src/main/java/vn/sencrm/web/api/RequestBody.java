package vn.sencrm.web.api;

import jakarta.ws.rs.BadRequestException;

/** What every resource asks of a body before it reads it. */
final class RequestBody {

    private RequestBody() {}

    /** @throws BadRequestException when the body was empty */
    static <T> T require(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
