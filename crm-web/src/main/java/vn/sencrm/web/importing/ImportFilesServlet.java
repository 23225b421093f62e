package vn.sencrm.web.importing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.importing.ImportErrorWorkbook;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.ImportRun;

/** Downloads of the pages of imports: {@code /importing/files/customers.xlsx}, {@code /importing/files/errors?id=7}. */
@WebServlet("/importing/files/*")
public class ImportFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ImportQueries queries;

    @Inject
    transient ImportErrorWorkbook errors;

    @Inject
    transient ImportTemplate template;

    @Inject
    transient ImportWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if ("/errors".equals(request.getPathInfo())) {
                errors(request.getParameter("id"), response);
            } else {
                template(request.getPathInfo(), response);
            }
        } catch (NotFoundException | NumberFormatException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void errors(String id, HttpServletResponse response) throws IOException {
        ImportRun run = queries.get(Long.parseLong(id));
        begin(response, "import-" + run.id() + "-errors.xlsx");
        errors.write(run.id(), response.getOutputStream(), problem -> words.sentence(run, problem));
    }

    private void template(String path, HttpServletResponse response) throws IOException {
        String type = path == null ? "" : path.replaceAll("^/|\\.xlsx$", "");
        if (!queries.types().contains(type)) {
            throw new NotFoundException("import-template", type);
        }
        begin(response, type + ".xlsx");
        template.write(type, response.getOutputStream());
    }

    private static void begin(HttpServletResponse response, String name) {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
