package vn.sencrm.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.catalogue.Catalogues;
import vn.sencrm.identity.Right;

/** The catalogues that the user may open, one beside the other above each of their pages. */
@Named
@RequestScoped
public class CatalogueTabs {

    /**
     * One tab, its label under {@code catalogue.of.<name>}.
     *
     * @param address inside the application
     */
    public record Tab(String name, String address) {}

    @Inject
    Catalogues catalogues;

    @Inject
    ExternalContext external;

    public List<Tab> getAll() {
        List<Tab> tabs = new ArrayList<>();
        if (external.isUserInRole(Right.CONFIGURE)) {
            catalogues.all().forEach(one -> tabs.add(new Tab(one.name(), "/catalogue/list.xhtml?of=" + one.name())));
        }
        if (external.isUserInRole(Right.CUSTOMER_EDIT)) {
            tabs.add(new Tab("tags", "/tag/list.xhtml"));
        }
        if (external.isUserInRole(Right.CONFIGURE)) {
            tabs.add(new Tab("locations", "/location/list.xhtml"));
        }
        return tabs;
    }
}
