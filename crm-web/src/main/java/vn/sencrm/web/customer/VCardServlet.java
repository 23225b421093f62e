package vn.sencrm.web.customer;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.web.shell.Downloads;

/** The contact card of a customer, for one's telephone: {@code /customer/vcard?id=7}. */
@WebServlet("/customer/vcard")
public class VCardServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CustomerQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            CustomerView customer = queries.get(RecordIds.parse(request.getParameter("id")));
            response.setContentType(VCard.CONTENT_TYPE);
            response.setHeader("Content-Disposition", Downloads.disposition(VCard.fileName(customer)));
            response.setHeader("Cache-Control", "private, no-store");
            response.getOutputStream().write(VCard.of(customer).getBytes(StandardCharsets.UTF_8));
        } catch (NotFoundException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
