package vn.sencrm.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import vn.sencrm.location.LocationService;
import vn.sencrm.location.Place;

/** Hits for a box in which one types a province, or a commune of the province beside it. */
@Named
@RequestScoped
public class LocationSuggestBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 8;

    @Inject
    transient LocationService locations;

    @Inject
    transient ExternalContext external;

    private transient List<Place> hits;

    public List<Place> getHits() {
        if (hits == null) {
            Map<String, String> parameters = external.getRequestParameterMap();
            hits = locations.suggest(parameters.get("province"), parameters.getOrDefault("q", ""), MOST);
        }
        return hits;
    }
}
