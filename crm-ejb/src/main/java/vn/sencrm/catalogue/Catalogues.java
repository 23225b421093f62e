package vn.sencrm.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.NotFoundException;

/** All catalogues that there are, in the order of their features. */
@ApplicationScoped
public class Catalogues {

    @Inject
    @Any
    Instance<CatalogueSource> sources;

    public List<Catalogue> all() {
        return sources.stream().flatMap(source -> source.catalogues().stream()).toList();
    }

    public Optional<Catalogue> find(String name) {
        return all().stream().filter(catalogue -> catalogue.name().equals(name)).findFirst();
    }

    /** @throws NotFoundException when there is no such catalogue */
    public Catalogue get(String name) {
        return find(name).orElseThrow(() -> new NotFoundException("catalogue", name == null ? "" : name));
    }
}
