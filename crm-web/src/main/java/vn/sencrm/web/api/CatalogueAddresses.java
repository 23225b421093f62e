package vn.sencrm.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import vn.sencrm.catalogue.Catalogues;

/** Lets {@code /customer-statuses}, {@code /tiers} … lead to {@code /catalogues/customer-statuses} and so on. */
@Provider
@PreMatching
public class CatalogueAddresses implements ContainerRequestFilter {

    @Inject
    Catalogues catalogues;

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        List<PathSegment> segments = uri.getPathSegments();
        if (!segments.isEmpty() && catalogues.find(segments.get(0).getPath()).isPresent()) {
            URI target = uri.getBaseUriBuilder()
                    .path("catalogues")
                    .path(uri.getPath())
                    .replaceQuery(uri.getRequestUri().getRawQuery())
                    .build();
            request.setRequestUri(target);
        }
    }
}
