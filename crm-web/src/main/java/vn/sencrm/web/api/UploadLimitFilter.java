package vn.sencrm.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import vn.sencrm.importing.ImportConfig;
import vn.sencrm.web.shell.Texts;

/** Answers 413 by the announced length alone; a length that was not announced is counted while it is read. */
@Provider
@LimitedUpload
public class UploadLimitFilter implements ContainerRequestFilter {

    /** What a form adds around a file. */
    private static final long FORM_BYTES = 1 << 20;

    @Inject
    ImportConfig config;

    @Inject
    Texts texts;

    @Override
    public void filter(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > config.maxBytes() + FORM_BYTES) {
            String detail = texts.error("TOO_LARGE", config.maxMegabytes());
            request.abortWith(Problem.of(413, "TOO_LARGE", detail).toResponse());
        }
    }
}
