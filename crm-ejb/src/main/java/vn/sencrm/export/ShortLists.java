package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import vn.sencrm.catalogue.CatalogueService;
import vn.sencrm.catalogue.Catalogues;

/** The short lists that there are: those of features, and every catalogue. */
@ApplicationScoped
class ShortLists {

    @Inject
    @Any
    Instance<ShortList> lists;

    @Inject
    Catalogues catalogues;

    @Inject
    CatalogueService entries;

    Optional<ShortList> find(String name) {
        Optional<ShortList> own =
                lists.stream().filter(list -> list.name().equals(name)).findFirst();
        return own.isPresent() ? own : catalogues.find(name).map(catalogue -> new CatalogueList(catalogue, entries));
    }
}
