package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.attachment.Attachment;
import vn.sencrm.customer.attachment.Attachments;
import vn.sencrm.customer.comment.Comments;
import vn.sencrm.file.Upload;
import vn.sencrm.web.shell.Notices;

/** What colleagues write and attach on the page of one customer (CUS-21). */
@Named
@RequestScoped
public class CustomerTalkBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FILES = 20;

    @Inject
    transient Comments comments;

    @Inject
    transient Attachments attachments;

    @Inject
    transient CustomerTimelineBacking timeline;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private String text;
    private transient List<Attachment> files;

    /** Sends a new comment with its files, or one that was changed, and shows it. */
    public void send() throws IOException, ServletException {
        long changed = RecordIds.parse(parameters().getOrDefault("comment", "0"));
        Comments.Written written = changed == 0
                ? comments.write(id(), text, uploads(), Cause.FORM)
                : comments.change(id(), changed, version(), text, Cause.FORM);
        if (!written.notTold().isEmpty()) {
            notices.warning("customer_detail.comment.not_told", String.join(", ", written.notTold()));
        }
        String place = written.id() == 0 ? "" : "#comment-" + written.id();
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id=" + id() + place);
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private int version() {
        return number(parameters().get("commentVersion"));
    }

    private List<Upload> uploads() throws IOException, ServletException {
        List<Upload> uploads = new ArrayList<>();
        for (Part part : ((HttpServletRequest) external.getRequest()).getParts()) {
            if ("files".equals(part.getName()) && part.getSize() > 0) {
                uploads.add(new Upload(part.getSubmittedFileName(), part.getInputStream()));
            }
        }
        return uploads;
    }

    /** Deletes the comment that the dialog asked about. */
    public void deleteComment() {
        comments.delete(id(), RecordIds.parse(parameters().get("comment")), Cause.FORM);
        files = null;
        timeline.refresh();
    }

    public void deleteFile() {
        attachments.delete(id(), RecordIds.parse(parameters().get("file")), Cause.FORM);
        files = null;
        timeline.refresh();
    }

    /** The newest files. */
    public List<Attachment> getFiles() {
        if (files == null) {
            files = attachments.newest(id(), FILES);
        }
        return files;
    }

    /** What the choice of files offers: ".pdf,.png". */
    public String getAccept() {
        return "." + String.join(",.", attachments.types());
    }

    public int getMaxMegabytes() {
        return attachments.maxMegabytes();
    }

    public int getLimit() {
        return Comments.LIMIT;
    }

    private long id() {
        return RecordIds.parse(parameters().get("id"));
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
