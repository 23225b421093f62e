package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.timeline.Timeline;
import vn.sencrm.customer.timeline.TimelinePage;
import vn.sencrm.web.shell.Notices;

/** Every change of one customer, field by field; an old value can be given back. */
@Named
@RequestScoped
public class CustomerHistoryBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @Inject
    transient Timeline timeline;

    @Inject
    transient CustomerTimeline words;

    @Inject
    transient CustomerDetailBacking detail;

    @Inject
    transient CustomerService customers;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient TimelinePage page;
    private transient List<CustomerTimeline.Entry> entries;

    /** Reads the customer, so that a page of none is answered 404 before anything is shown. */
    public void open() {
        detail.getCustomer();
    }

    public List<CustomerTimeline.Entry> getEntries() {
        if (entries == null) {
            entries = words.of(page().entries());
        }
        return entries;
    }

    private TimelinePage page() {
        if (page == null) {
            page = timeline.page(id(), "change", parameters().get("after"), SIZE);
        }
        return page;
    }

    public String getNext() {
        return page().next() == null ? null : "history.xhtml?id=" + id() + "&after=" + page().next();
    }

    /** Gives the field of the request the value that it had before the change of the request. */
    public void restore() throws IOException {
        String field = parameters().getOrDefault("field", "");
        customers.restoreValue(id(), number("version"), field, number("change"), Cause.FORM);
        notices.success("customer_history.message.info.restored");
        external.redirect(external.getRequestContextPath() + "/customer/history.xhtml?id=" + id());
    }

    private int number(String name) {
        String text = parameters().getOrDefault(name, "");
        if (!text.matches("\\d{1,9}")) {
            throw new NotFoundException("version", text);
        }
        return Integer.parseInt(text);
    }

    private long id() {
        return RecordIds.parse(parameters().get("id"));
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }
}
