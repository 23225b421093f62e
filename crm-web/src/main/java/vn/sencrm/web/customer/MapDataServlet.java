package vn.sencrm.web.customer;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.sencrm.common.CrmException;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.map.MapQueries;

/** What the map's page shows of a box, within the session: the REST interface takes tokens only. */
@WebServlet("/customer/map-data")
public class MapDataServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MapQueries queries;

    @Inject
    transient CustomerFilters filters;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MapRequest asked = new MapRequest(
                request.getParameter("bbox"),
                request.getParameter("zoom"),
                request.getParameter("stage"),
                request.getParameter("filter"),
                request.getParameter("q"));
        try {
            String json = MapJson.of(asked.answer(queries, filters));
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(json);
        } catch (CrmException refused) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
