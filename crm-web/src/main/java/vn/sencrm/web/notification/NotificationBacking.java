package vn.sencrm.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import vn.sencrm.common.Page;
import vn.sencrm.notification.Notification;
import vn.sencrm.notification.Notifications;
import vn.sencrm.web.job.JobWords;
import vn.sencrm.web.shell.Texts;

/** The bell on every page, and the list behind it. */
@Named
@RequestScoped
public class NotificationBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @Inject
    transient Notifications notifications;

    @Inject
    transient Texts texts;

    @Inject
    transient JobWords jobs;

    @Inject
    transient ExternalContext external;

    private transient Page<Notification> page;
    private transient Integer unread;

    public int getUnread() {
        if (unread == null) {
            unread = notifications.unread();
        }
        return unread;
    }

    /** "7", and "99+" for what is not counted further. */
    public String getBadge() {
        return getUnread() < Notifications.MOST_COUNTED ? Integer.toString(getUnread()) : "99+";
    }

    public Page<Notification> getPage() {
        if (page == null) {
            page = notifications.page(external.getRequestParameterMap().get("after"), SIZE);
        }
        return page;
    }

    public String getNext() {
        return getPage().next() == null ? null : "list.xhtml?after=" + getPage().next();
    }

    /** What happened, in a sentence. */
    public String sentence(Notification notification) {
        String actor = notification.actorName() == null ? texts.message("customer.system") : notification.actorName();
        return texts.message("notification.kind." + notification.kind(), actor, subject(notification));
    }

    /** A job is called by its name in the reader's language. */
    private String subject(Notification notification) {
        return notification.kind().equals("JOB_MISSED") ? jobs.name(notification.subject()) : notification.subject();
    }

    /** Marks it as read and goes where it leads. */
    public void open() throws IOException {
        long id = Long.parseLong(external.getRequestParameterMap().get("notification"));
        String target = notifications.open(id).page();
        external.redirect(external.getRequestContextPath() + target);
    }

    public void markAllRead() {
        notifications.markAllRead();
        page = null;
        unread = null;
    }
}
