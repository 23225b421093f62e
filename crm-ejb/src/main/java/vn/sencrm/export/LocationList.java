package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sencrm.identity.Right;
import vn.sencrm.location.LocationRow;
import vn.sencrm.location.LocationService;

/** Provinces and communes, as an import takes them. */
@ApplicationScoped
class LocationList implements ShortList {

    @Inject
    LocationService locations;

    @Override
    public String name() {
        return "locations";
    }

    /** They are to be seen by everybody who exports. */
    @Override
    public String right() {
        return Right.CUSTOMER_EXPORT;
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return List.of("code", "name", "province", "former").stream()
                .map(name -> new ExportColumn(name, words.message("import.field.location." + name)))
                .toList();
    }

    /** Each province before its communes, as an import needs them. */
    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        List<String[]> rows = new ArrayList<>();
        for (LocationRow province : locations.provinces(false)) {
            rows.add(cells(province));
            locations.communes(province.code(), false).forEach(commune -> rows.add(cells(commune)));
        }
        return rows;
    }

    private static String[] cells(LocationRow place) {
        String province = Objects.toString(place.provinceCode(), "");
        return new String[] {place.code(), place.name(), province, String.join("; ", place.former())};
    }
}
