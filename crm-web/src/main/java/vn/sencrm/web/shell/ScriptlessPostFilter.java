package vn.sencrm.web.shell;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Lets programs and browsers without scripts post a page's form. PrimeFaces' script adds the page's nonce to every
 * post and fails one without it when the page is shown again (a wrong password); here the view's own nonce stands in.
 * Nothing rests on the sender knowing it: what a post must prove is its view state.
 */
public class ScriptlessPostFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String NONCE = "primefaces.nonce";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isPost = "POST".equals(request.getMethod()) && request.getHeader("Faces-Request") == null;
        chain.doFilter(isPost ? new WithNonce(request) : request, response);
    }

    private static final class WithNonce extends HttpServletRequestWrapper {

        WithNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null && NONCE.equals(name) ? ofView() : value;
        }

        private static String ofView() {
            FacesContext context = FacesContext.getCurrentInstance();
            UIViewRoot view = context == null ? null : context.getViewRoot();
            return view == null || view.getViewMap(false) == null
                    ? null
                    : Objects.toString(view.getViewMap(false).get(NONCE), null);
        }
    }
}
