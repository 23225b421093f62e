package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.customer.comment.Comment;
import vn.sencrm.customer.timeline.TimelineItem;
import vn.sencrm.web.customer.CustomerTimeline.Entry;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** Comments in the timeline. */
@RequestScoped
class CommentTeller implements TimelineTeller {

    @Inject
    Texts texts;

    @Inject
    Formats formats;

    @Override
    public String sort() {
        return "comment";
    }

    @Override
    public List<Entry> tell(List<TimelineItem> items) {
        return items.stream().map(item -> entry((Comment) item)).toList();
    }

    private Entry entry(Comment comment) {
        String edited = comment.editedAt() == null
                ? ""
                : texts.message("customer_detail.comment.edited", formats.dateTime(comment.editedAt()));
        return new Entry("comment", comment.author(), edited, comment.at(), List.of(), comment);
    }
}
