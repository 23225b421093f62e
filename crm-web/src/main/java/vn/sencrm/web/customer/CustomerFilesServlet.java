package vn.sencrm.web.customer;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.attachment.Attachment;
import vn.sencrm.customer.attachment.Attachments;
import vn.sencrm.web.shell.Downloads;

/** Gives out the files of customers: {@code /customer/file?id=7&file=9}; never shown by the browser itself. */
@WebServlet("/customer/file")
public class CustomerFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Attachments attachments;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Attachment file = attachments.get(
                    RecordIds.parse(request.getParameter("id")), RecordIds.parse(request.getParameter("file")));
            response.setContentType(file.contentType());
            response.setContentLengthLong(file.size());
            response.setHeader("Content-Disposition", Downloads.disposition(file.name()));
            response.setHeader("Cache-Control", "private, no-store");
            try (InputStream content = attachments.open(file)) {
                content.transferTo(response.getOutputStream());
            }
        } catch (NotFoundException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
