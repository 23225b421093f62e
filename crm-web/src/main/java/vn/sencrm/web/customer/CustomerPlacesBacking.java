package vn.sencrm.web.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArrayBuilder;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.Address;

/** The small map of the customer whose page is open: those of its addresses that have a position (MAP-1). */
@Named
@RequestScoped
public class CustomerPlacesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int NEAR = 15;

    @Inject
    transient CustomerDetailBacking detail;

    /** As place.js takes them; nothing where no address has a position. */
    public String getPoints() {
        JsonArrayBuilder points = JSON.createArrayBuilder();
        placed().forEach(address -> points.add(JSON.createObjectBuilder()
                .add("lat", address.lat())
                .add("lon", address.lon())
                .add("text", address.line())));
        return placed().isEmpty() ? "" : points.build().toString();
    }

    /** The map of all customers, around the first of the positions. */
    public String getMap() {
        Address first = placed().get(0);
        return "map.xhtml#" + NEAR + "/" + first.lat() + "/" + first.lon();
    }

    private List<Address> placed() {
        return detail.getCustomer().addresses().stream()
                .filter(address -> address.lat() != null && address.lon() != null)
                .toList();
    }
}
