package vn.sencrm.web.api;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Joins, at build, what the resources' code says of the API with {@code META-INF/openapi.yaml}. The resources write
 * their JSON by hand, so their types say little: where the file tells a schema or a status, the guess from the code
 * goes. Whoever needs a token may be refused, which is added here for all.
 */
public class OpenApiJoin implements OASFilter {

    private static final String GUESSED_STATUS = "200";
    private static final String CREATED = "201";
    private static final String ACCEPTED = "202";
    private static final String ANY_TYPE = "*/*";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(OpenApiJoin::join);
        }
    }

    private static void join(Operation operation) {
        if (operation.getRequestBody() != null) {
            join(operation.getRequestBody().getContent());
        }
        APIResponses responses = operation.getResponses();
        if (responses.hasAPIResponse(CREATED) || responses.hasAPIResponse(ACCEPTED)) {
            responses.removeAPIResponse(GUESSED_STATUS);
        }
        responses.getAPIResponses().values().forEach(response -> join(response.getContent()));
        if (operation.getSecurity() == null) {
            responses.addAPIResponse("401", reference("Unauthorized"));
            responses.addAPIResponse("403", reference("Forbidden"));
        }
    }

    private static void join(Content content) {
        if (content == null) {
            return;
        }
        if (content.getMediaTypes().size() > 1) {
            content.removeMediaType(ANY_TYPE);
        }
        for (Map.Entry<String, MediaType> type : content.getMediaTypes().entrySet()) {
            Schema schema = type.getValue().getSchema();
            if (schema != null && schema.getRef() != null) {
                type.getValue().setSchema(OASFactory.createSchema().ref(schema.getRef()));
            }
        }
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref(name);
    }
}
