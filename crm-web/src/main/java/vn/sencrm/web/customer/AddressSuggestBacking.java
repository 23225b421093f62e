package vn.sencrm.web.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import vn.sencrm.customer.geocoder.AddressSuggestion;
import vn.sencrm.customer.geocoder.AddressSuggestions;

/** Hits for the box in which one types the street of an address, from the geocoder; a hit fills the whole address. */
@Named
@RequestScoped
public class AddressSuggestBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 6;

    @Inject
    transient AddressSuggestions suggestions;

    @Inject
    transient ExternalContext external;

    private transient List<AddressSuggestion> hits;

    /** Whether there is a geocoder at all. */
    public boolean isOn() {
        return suggestions.isOn();
    }

    public List<AddressSuggestion> getHits() {
        if (hits == null) {
            Map<String, String> parameters = external.getRequestParameterMap();
            hits = suggestions.find(
                    parameters.getOrDefault("q", ""), parameters.get("commune"), parameters.get("province"), MOST);
        }
        return hits;
    }

    /** What stands in the box of the street afterwards: what was typed, where the geocoder knows no street. */
    public String street(AddressSuggestion hit) {
        return hit.street() == null ? external.getRequestParameterMap().getOrDefault("q", "") : hit.street();
    }

    /** What the boxes beside the street take; what is unclear stays as it was typed. */
    public String beside(AddressSuggestion hit) {
        JsonObjectBuilder beside = JSON.createObjectBuilder();
        if (hit.province() != null) {
            beside.add("province", hit.province());
        }
        if (hit.commune() != null) {
            beside.add("commune", hit.commune());
        }
        return beside.add("lat", Double.toString(hit.lat()))
                .add("lon", Double.toString(hit.lon()))
                .build()
                .toString();
    }
}
