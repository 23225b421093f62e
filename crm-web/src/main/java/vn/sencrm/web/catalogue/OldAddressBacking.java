package vn.sencrm.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.customer.address.OldAddress;
import vn.sencrm.customer.address.OldAddressChoice;
import vn.sencrm.customer.address.OldAddressService;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;

/**
 * Addresses in words that nobody knows, to be ticked one by one (LOC-1). Each row sends its own words beside the choice:
 * what was ticked is done, whatever the list says by then.
 */
@Named
@RequestScoped
public class OldAddressBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 200;

    @Inject
    transient OldAddressService service;

    @Inject
    transient Formats formats;

    @Inject
    transient Notices notices;

    @Inject
    transient PageRequest request;

    private transient List<OldAddress> rows;

    /** Answers who may not before anything is shown. */
    public void open() throws IOException {
        request.refuses(Right.CONFIGURE);
    }

    public List<OldAddress> getRows() {
        if (rows == null) {
            rows = service.find(SHOWN);
        }
        return rows;
    }

    /** Whether there is more than is shown. */
    public boolean isCut() {
        return getRows().size() == SHOWN;
    }

    public String tone(OldAddress row) {
        return switch (row.getMatch()) {
            case EXACT -> "ok";
            case AMBIGUOUS -> "warn";
            case UNKNOWN -> "neutral";
        };
    }

    /** Does what was ticked, and nothing else. */
    public void apply() throws IOException {
        List<OldAddressChoice> choices = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) {
            String code = request.text("code." + i);
            if (!request.text("pick." + i).isEmpty() && !code.isEmpty()) {
                choices.add(new OldAddressChoice(request.text("province." + i), request.text("commune." + i), code));
            }
        }
        if (choices.isEmpty()) {
            notices.warning("old_address.message.warn.nothing");
        } else {
            notices.success("old_address.message.info.done", formats.number(service.apply(choices)));
        }
        request.show("/location/addresses.xhtml");
    }
}
