package vn.sencrm.web.customer;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.attribute.AttributeFiles;
import vn.sencrm.customer.attribute.AttributeService;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.file.FileTooLargeException;
import vn.sencrm.file.StoredFile;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Downloads;
import vn.sencrm.web.shell.Texts;

/**
 * Pictures and films of customers' attributes: {@code GET /customer/files?id=7} gives one to whom may see it, {@code
 * POST /customer/files?attribute=shop_front&name=a.jpg} takes one in as it is, for the form to refer to.
 *
 * <p>A post carries a header that another site's page cannot send. What is given out has the type that its first bytes
 * have; only pictures are shown in place.
 */
@WebServlet("/customer/files")
public class AttributeFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String OWN_SCRIPT = "X-Sen-Upload";

    @Inject
    transient AttributeFiles files;

    @Inject
    transient AttributeService attributes;

    @Inject
    transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            give(files.get(RecordIds.parse(request.getParameter("id"))), response);
        } catch (NotFoundException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void give(StoredFile file, HttpServletResponse response) throws IOException {
        boolean picture = file.contentType().startsWith("image/");
        response.setContentType(file.contentType());
        response.setContentLengthLong(file.size());
        response.setHeader(
                "Content-Disposition", picture ? Downloads.inline(file.name()) : Downloads.disposition(file.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, max-age=3600");
        try (InputStream content = files.open(file)) {
            content.transferTo(response.getOutputStream());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean mayWrite = request.isUserInRole(Right.CUSTOMER_CREATE) || request.isUserInRole(Right.CUSTOMER_EDIT);
        if (!mayWrite || request.getHeader(OWN_SCRIPT) == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            StoredFile file = take(request);
            answer(
                    response,
                    HttpServletResponse.SC_CREATED,
                    Json.createObjectBuilder()
                            .add("id", file.id())
                            .add("name", file.name())
                            .build());
        } catch (FileTooLargeException e) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, e);
        } catch (NotFoundException e) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, e);
        } catch (CrmException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, e);
        }
    }

    private StoredFile take(HttpServletRequest request) throws IOException {
        String code = String.valueOf(request.getParameter("attribute"));
        AttributeType type = attributes
                .all()
                .find(code)
                .map(found -> found.type())
                .filter(AttributeType::isFile)
                .orElseThrow(() -> new NotFoundException("customer-attribute", code));
        long most = (long) files.maxMegabytes(type) << 20;
        if (request.getContentLengthLong() > most) {
            throw new FileTooLargeException(most);
        }
        return files.store(code, request.getParameter("name"), request.getInputStream());
    }

    private void refuse(HttpServletResponse response, int status, CrmException failure) throws IOException {
        answer(
                response,
                status,
                Json.createObjectBuilder()
                        .add("code", failure.code())
                        .add("message", texts.error(failure))
                        .build());
    }

    private static void answer(HttpServletResponse response, int status, JsonObject body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(body.toString());
    }
}
