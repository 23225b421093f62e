package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.sencrm.customer.timeline.Timeline;
import vn.sencrm.customer.timeline.TimelinePage;

/** A part of one customer's timeline: on the detail page, and as a piece of page that is fetched behind it. */
@Named
@RequestScoped
public class CustomerTimelineBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 30;

    @Inject
    transient Timeline timeline;

    @Inject
    transient CustomerTimeline words;

    @Inject
    transient ExternalContext external;

    private transient TimelinePage page;
    private transient List<CustomerTimeline.Entry> entries;

    public List<CustomerTimeline.Entry> getEntries() {
        if (entries == null) {
            entries = words.of(page().entries());
        }
        return entries;
    }

    private TimelinePage page() {
        if (page == null) {
            page = timeline.page(id(), getShown(), parameters().get("after"), SIZE);
        }
        return page;
    }

    /** The sorts of entries that can be shown alone. */
    public List<String> getSorts() {
        return timeline.sorts();
    }

    /** The one sort that is shown, or null for all. */
    public String getShown() {
        String shown = parameters().get("show");
        return shown == null || !getSorts().contains(shown) ? null : shown;
    }

    /** Where the older entries are fetched, or null when there are none. */
    public String getMore() {
        return page().next() == null ? null : address(getShown(), page().next());
    }

    /** Where the newest entries of a sort are fetched; of all sorts for null. */
    public String address(String sort) {
        return address(sort, null);
    }

    private String address(String sort, String after) {
        String show = sort == null ? "" : "&show=" + URLEncoder.encode(sort, StandardCharsets.UTF_8);
        return "timeline.xhtml?id=" + id() + show + (after == null ? "" : "&after=" + after);
    }

    private long id() {
        return RecordIds.parse(parameters().get("id"));
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }

    /** Reads again what an action of this request has changed. */
    void refresh() {
        page = null;
        entries = null;
    }
}
