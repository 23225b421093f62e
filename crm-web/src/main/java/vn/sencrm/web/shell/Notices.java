package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What stands at the top of the page: each problem once, linked to its field, and good news said quietly. Backing
 * beans say {@code notices.success("customer_edit.message.info.saved", name)} and may redirect: such a notice waits
 * in the session (which all servers share, unlike Faces' flash) for the next page that is shown.
 */
@Named
@RequestScoped
public class Notices {

    private static final String WAITING = "sen.notices";

    /**
     * @param target the client id of the field that it is about, or null
     * @param tone ok, warn or bad
     */
    public record Notice(String target, String text, String tone) implements Serializable {}

    private final Texts texts;
    private final HttpServletRequest request;
    private List<Notice> shown;

    @Inject
    public Notices(Texts texts, HttpServletRequest request) {
        this.texts = texts;
        this.request = request;
    }

    protected Notices() {
        this(null, null);
    }

    public void success(String key, Object... arguments) {
        leave(new Notice(null, texts.message(key, arguments), "ok"));
    }

    public void warning(String key, Object... arguments) {
        leave(new Notice(null, texts.message(key, arguments), "warn"));
    }

    /** What is wrong in this very request. */
    public List<Notice> getProblems() {
        return ofThisRequest().stream()
                .filter(notice -> notice.tone().equals("bad"))
                .toList();
    }

    /** What was done or doubted, told once. Faces asks before the action too, when there is nothing to tell yet. */
    public List<Notice> getNews() {
        if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            return List.of();
        }
        if (shown == null) {
            shown = new ArrayList<>(take());
            ofThisRequest().stream()
                    .filter(notice -> !notice.tone().equals("bad"))
                    .forEach(shown::add);
        }
        return shown;
    }

    private void leave(Notice notice) {
        List<Notice> waiting = new ArrayList<>(waiting(request.getSession()));
        waiting.add(notice);
        request.getSession().setAttribute(WAITING, waiting);
    }

    private List<Notice> take() {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(WAITING) == null) {
            return List.of();
        }
        List<Notice> waiting = waiting(session);
        session.removeAttribute(WAITING);
        return waiting;
    }

    @SuppressWarnings("unchecked")
    private static List<Notice> waiting(HttpSession session) {
        Object waiting = session.getAttribute(WAITING);
        return waiting == null ? List.of() : (List<Notice>) waiting;
    }

    private List<Notice> ofThisRequest() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Notice> notices = new ArrayList<>();
        for (Iterator<String> targets = context.getClientIdsWithMessages(); targets.hasNext(); ) {
            String target = targets.next();
            for (FacesMessage message : context.getMessageList(target)) {
                String text = withLabel(FieldProblems.label(context, target), message.getSummary());
                notices.add(new Notice(target, text, tone(message.getSeverity())));
            }
        }
        return notices;
    }

    /** At the top a sentence such as "must be filled in" needs its subject. */
    private String withLabel(String label, String text) {
        boolean told =
                label == null || text.toLowerCase(texts.getLocale()).contains(label.toLowerCase(texts.getLocale()));
        return told ? text : texts.message("general.problem", label, text);
    }

    private static String tone(Severity severity) {
        if (severity.compareTo(FacesMessage.SEVERITY_ERROR) >= 0) {
            return "bad";
        }
        return severity.compareTo(FacesMessage.SEVERITY_WARN) == 0 ? "warn" : "ok";
    }
}
