package vn.sencrm.web.export;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.export.CatalogueExport;
import vn.sencrm.export.ExportFormat;
import vn.sencrm.export.ShortListExport;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Downloads;
import vn.sencrm.web.shell.Texts;

/** A catalogue as a file: {@code /catalogue/file?of=customer-statuses&format=csv}. */
@WebServlet("/catalogue/file")
public class CatalogueFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CatalogueExport exports;

    @Inject
    transient ShortListExport lists;

    @Inject
    transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String of = request.getParameter("of");
        ExportFormat format =
                ExportFormat.of(String.valueOf(request.getParameter("format"))).orElse(ExportFormat.XLSX);
        if (!request.isUserInRole(Right.CUSTOMER_EXPORT)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            boolean isShort = lists.knows(of);
            List<String> headers = (isShort
                            ? lists.columns(of).stream()
                            : exports.columns(of).stream().map(column -> "catalogue.field." + column))
                    .map(texts::message)
                    .toList();
            response.setContentType(format.contentType());
            response.setHeader("Content-Disposition", Downloads.disposition(of + "." + format.code()));
            response.setHeader("Cache-Control", "private, no-store");
            if (isShort) {
                lists.write(of, headers, format, response.getOutputStream(), Cause.FORM);
            } else {
                exports.write(of, headers, format, response.getOutputStream(), Cause.FORM);
            }
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (NotFoundException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
