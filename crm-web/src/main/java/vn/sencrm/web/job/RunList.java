package vn.sencrm.web.job;

import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.Page;

/** A page of the newest runs; which one of its pages stands in the address. */
public abstract class RunList<R> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    @Inject
    transient ExternalContext external;

    private transient Page<R> page;

    /** @param after the cursor of the page, blank for the first */
    protected abstract Page<R> read(String after, int size);

    /** The address of the page, to which parameters are put. */
    protected String address() {
        return "list.xhtml?";
    }

    public Page<R> getPage() {
        if (page == null) {
            page = read();
        }
        return page;
    }

    private Page<R> read() {
        try {
            return read(after(), SIZE);
        } catch (CursorMismatchException strange) {
            return read("", SIZE);
        }
    }

    public String getNext() {
        return getPage().next() == null ? "" : address() + "after=" + getPage().next();
    }

    /** From any page but the first one goes back to the first. */
    public String getPrevious() {
        return after().isBlank() ? "" : address();
    }

    private String after() {
        return external.getRequestParameterMap().getOrDefault("after", "");
    }
}
