package vn.sencrm.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api/v1}; a second version would be a second application beside it. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {}
