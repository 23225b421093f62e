package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Page;
import vn.sencrm.customer.bin.BinConfig;
import vn.sencrm.customer.bin.BinEntry;
import vn.sencrm.customer.bin.KeyTakenException;
import vn.sencrm.customer.bin.RecycleBin;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/** Deleted customers: search, restore (DEL-1). */
@Named
@RequestScoped
public class RecycleBinBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    @Inject
    transient RecycleBin bin;

    @Inject
    transient BinConfig config;

    @Inject
    transient Notices notices;

    @Inject
    transient Texts texts;

    @Inject
    transient Clock clock;

    @Inject
    transient ExternalContext external;

    private transient Page<BinEntry> page;
    private transient String refusal;

    public Page<BinEntry> getPage() {
        if (page == null) {
            page = bin.page(getSearch(), parameters().get("after"), SIZE);
        }
        return page;
    }

    /** Brings a customer back and shows it; when another one has its tax code by now, asks. */
    public void restore() throws IOException {
        long id = RecordIds.parse(parameters().get("customer"));
        try {
            bin.restore(id, false, Cause.FORM);
            show(id);
        } catch (KeyTakenException taken) {
            // Not a failure to be told in a sentence: there is a way out, and the page offers it.
            refusal = texts.error(taken);
        }
    }

    public void restoreWithoutKeys() throws IOException {
        long id = RecordIds.parse(parameters().get("customer"));
        bin.restore(id, true, Cause.FORM);
        show(id);
    }

    private void show(long id) throws IOException {
        notices.success("bin.message.info.restored");
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id=" + id);
    }

    /** Why the customer of this request cannot come back as it was; empty when nothing was refused. */
    public String getRefusal() {
        return refusal == null ? "" : refusal;
    }

    /** Days that an entry stays, a begun one counted; 0 when the next purge removes it. */
    public long daysLeft(BinEntry entry) {
        long hours = Duration.between(Instant.now(clock), entry.keptUntil()).toHours();
        return Math.max(0, (hours + 24) / 24);
    }

    public int getDays() {
        return config.days();
    }

    public String getSearch() {
        return parameters().getOrDefault("name", "");
    }

    public String getNext() {
        return getPage().next() == null
                ? null
                : "bin.xhtml?after=" + getPage().next() + "&name="
                        + URLEncoder.encode(getSearch(), StandardCharsets.UTF_8);
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }
}
