package vn.sencrm.web.export;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.export.ExportQueries;
import vn.sencrm.export.ExportRefusedException;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ExportService;
import vn.sencrm.web.shell.Downloads;

/** The file of an export, for the one who asked for it: {@code /export/file?id=7}. */
@WebServlet("/export/file")
public class ExportFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ExportQueries queries;

    @Inject
    transient ExportService exports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        try {
            ExportRun run = queries.get(id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
            try (InputStream content = exports.open(run.id(), Cause.FORM)) {
                response.setContentType(run.format().contentType());
                response.setContentLengthLong(run.fileSize());
                response.setHeader("Content-Disposition", Downloads.disposition(run.fileName()));
                response.setHeader("Cache-Control", "private, no-store");
                content.transferTo(response.getOutputStream());
            }
        } catch (NotFoundException | ExportRefusedException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
