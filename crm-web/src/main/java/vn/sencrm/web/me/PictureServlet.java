package vn.sencrm.web.me;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import vn.sencrm.identity.user.UserPicture;
import vn.sencrm.identity.user.UserPictures;

/** Pictures of users: {@code /picture?user=7&at=…}; another picture has another address, so each may be kept for long. */
@WebServlet("/picture")
public class PictureServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient UserPictures pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = request.getParameter("user");
        Optional<UserPicture> picture =
                user != null && user.matches("\\d{1,18}") ? pictures.find(Long.parseLong(user)) : Optional.empty();
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(picture.get().contentType());
        response.setContentLength(picture.get().data().length);
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        response.getOutputStream().write(picture.get().data());
    }
}
