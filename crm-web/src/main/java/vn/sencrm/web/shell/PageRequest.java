package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a backing bean asks of the request for its page, and the answers that are no page. */
@RequestScoped
public class PageRequest {

    @Inject
    FacesContext faces;

    @Inject
    ExternalContext external;

    /** A parameter of the address or the form; empty where there is none. */
    public String text(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }

    /** A parameter that is a number; 0 where it is none. */
    public long number(String name) {
        String text = text(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** The version that a form was opened with; 0 where there is none, which no record has. */
    public int version() {
        String text = text("version");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Whether the user lacks a right: then that is the answer, and nothing is shown. */
    public boolean refuses(String right) throws IOException {
        if (external.isUserInRole(right)) {
            return false;
        }
        answer(HttpServletResponse.SC_FORBIDDEN);
        return true;
    }

    /** Answers that there is no such thing; nothing is shown. */
    public void answerNotFound() throws IOException {
        answer(HttpServletResponse.SC_NOT_FOUND);
    }

    private void answer(int status) throws IOException {
        external.responseSendError(status, null);
        faces.responseComplete();
    }

    /** Shows another page, or the same afresh. */
    public void show(String address) throws IOException {
        external.redirect(external.getRequestContextPath() + address);
    }
}
