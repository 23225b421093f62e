package vn.sencrm.catalogue;

import java.util.List;

/** A feature's catalogues. Implementations are found by CDI. */
public interface CatalogueSource {

    List<Catalogue> catalogues();
}
