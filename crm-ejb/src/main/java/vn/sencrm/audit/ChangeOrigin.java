package vn.sencrm.audit;

import jakarta.enterprise.context.RequestScoped;
import vn.sencrm.common.Database;

/** From where the changes of this request are asked for; nowhere for what runs by itself. */
@RequestScoped
public class ChangeOrigin {

    /** As the column's constraint has it. */
    static final int LENGTH = 60;

    private String address;

    /** Told by the authentication; behind a proxy the address is what the proxy says. */
    public void from(String client) {
        address = client == null || client.length() <= LENGTH ? client : client.substring(0, LENGTH);
    }

    /** The parameter for {@code audit_entry.source_address}. */
    public Object parameter() {
        return address == null ? Database.Null.TEXT : address;
    }
}
