package vn.sencrm.customer.address;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.location.Place;
import vn.sencrm.location.PlaceIndex;
import vn.sencrm.location.PlaceIndexSql;

/** Proposes what addresses of before mean today, and does what an administrator says; nothing by itself (LOC-1). */
@Stateless
@RolesAllowed(Right.CONFIGURE)
public class OldAddressService {

    /** How many customers one call changes at most: a transaction of some seconds. */
    static final int MOST_CUSTOMERS = 20_000;

    @Inject
    OldAddressSql sql;

    @Inject
    PlaceIndexSql index;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The words for which no place is known, the most frequent first, each with what it may mean. */
    public List<OldAddress> find(int limit) {
        PlaceIndex places = index.load();
        return sql.find(currentUser.get(), limit).stream()
                .map(old -> new OldAddress(
                        old.province(),
                        old.commune(),
                        old.customers(),
                        places.province(old.province()) != null,
                        targets(places, old)))
                .toList();
    }

    private static List<OldAddress.Target> targets(PlaceIndex places, OldAddress old) {
        return codes(places, old.province(), old.commune()).stream()
                .map(places::place)
                .map(place -> new OldAddress.Target(place.code(), name(places, place)))
                .toList();
    }

    static List<String> codes(PlaceIndex places, String province, String commune) {
        List<String> provinces = province.isEmpty() ? List.of() : places.provincesOf(province);
        if (commune.isEmpty()) {
            return provinces;
        }
        if (provinces.isEmpty()) {
            return places.communesOf(commune);
        }
        List<String> found = new ArrayList<>();
        provinces.forEach(code -> found.addAll(places.communesOf(code, commune)));
        return found;
    }

    private static String name(PlaceIndex places, Place place) {
        return place.isProvince()
                ? place.name()
                : place.name() + ", " + places.place(place.parentCode()).name();
    }

    /**
     * Gives addresses the codes that were chosen for their words, which stay as they are.
     *
     * @return how many customers were changed; when it is {@value #MOST_CUSTOMERS}, there may be more to do
     */
    public int apply(List<OldAddressChoice> choices) {
        PlaceIndex places = index.load();
        List<Place> chosen = new ArrayList<>();
        for (OldAddressChoice choice : choices) {
            Place place = places.place(choice.code());
            if (place == null) {
                throw new InvalidInputException(
                        List.of(new FieldProblem("code", "UNKNOWN_OPTION", String.valueOf(choice.code()))));
            }
            chosen.add(place);
        }
        return choices.isEmpty() ? 0 : sql.apply(currentUser.get(), choices, chosen, MOST_CUSTOMERS, clock.instant());
    }
}
