package vn.sencrm.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The description of this API as the build made it. No login: a program must be able to read how to get a token. */
@Path("/openapi.json")
@RequestScoped
@PermitAll
public class OpenApiResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream get() {
        return OpenApiResource.class.getResourceAsStream("openapi.json");
    }
}
