package vn.sencrm.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads a {@link PlaceIndex}: two small tables as a whole, some milliseconds with every commune of the country. */
@ApplicationScoped
public class PlaceIndexSql {

    @Inject
    Database database;

    /** All places in use, with their former names. */
    public PlaceIndex load() {
        List<Place> places = database.list(
                SqlFragment.of("select code, parent_code, name from location where not archived order by code"),
                row -> new Place(row.getString(1), row.getString(2), row.getString(3)));
        List<PlaceIndex.Alias> aliases = database.list(
                SqlFragment.of("select location_code, name from location_alias order by id"),
                row -> new PlaceIndex.Alias(row.getString(1), row.getString(2)));
        return new PlaceIndex(places, aliases);
    }
}
