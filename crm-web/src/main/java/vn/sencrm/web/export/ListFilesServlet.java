package vn.sencrm.web.export;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.export.ExportFormat;
import vn.sencrm.export.ExportRefusedException;
import vn.sencrm.export.ListRequest;
import vn.sencrm.export.ListTable;
import vn.sencrm.export.ShortListExport;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Downloads;

/**
 * A short list as a file: {@code /catalogue/file?of=customer-statuses&format=csv}; what else stands in the address
 * selects of it, as on its page.
 */
@WebServlet("/catalogue/file")
public class ListFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ShortListExport lists;

    @Inject
    transient PageListWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.isUserInRole(Right.CUSTOMER_EXPORT)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            send(lists.read(asked(request), words), response);
        } catch (EJBAccessException | ExportRefusedException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (NotFoundException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (InvalidInputException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static ListRequest asked(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        String of = parameters.remove("of");
        ExportFormat format =
                ExportFormat.of(String.valueOf(parameters.remove("format"))).orElse(ExportFormat.XLSX);
        return new ListRequest(of, parameters, null, format);
    }

    private void send(ListTable table, HttpServletResponse response) throws IOException {
        ExportFormat format = table.asked().format();
        response.setContentType(format.contentType());
        response.setHeader(
                "Content-Disposition", Downloads.disposition(table.asked().list() + "." + format.code()));
        response.setHeader("Cache-Control", "private, no-store");
        lists.write(table, response.getOutputStream(), Cause.FORM);
    }
}
