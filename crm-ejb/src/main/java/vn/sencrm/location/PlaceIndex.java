package vn.sencrm.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What people's words for provinces and communes stand for, as it was when it was loaded. A name in its full spelling
 * wins over one without level or diacritics ("Xã Văn Lăng" and "Xã Văn Lang" are two), today's names win over former
 * ones, and of words that mean several places none is chosen. For one thread: it remembers what was asked, as files name
 * the same places again and again.
 */
public final class PlaceIndex {

    /** A former or other name of a place. */
    record Alias(String code, String name) {}

    /** The names of the provinces, or of one province's communes. */
    private static final class Names {
        private final List<Map<String, Set<String>>> today = empty();
        private final List<Map<String, Set<String>>> former = empty();

        private static List<Map<String, Set<String>>> empty() {
            return List.of(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        static void add(List<Map<String, Set<String>>> to, String name, String code) {
            List<String> forms = PlaceName.forms(name);
            for (int i = 0; i < forms.size(); i++) {
                to.get(i)
                        .computeIfAbsent(forms.get(i), form -> new LinkedHashSet<>(2))
                        .add(code);
            }
        }

        Set<String> find(List<String> forms) {
            Set<String> found = find(today, forms);
            return found.isEmpty() ? find(former, forms) : found;
        }

        private static Set<String> find(List<Map<String, Set<String>>> in, List<String> forms) {
            for (int i = 0; i < forms.size(); i++) {
                Set<String> codes = in.get(i).getOrDefault(forms.get(i), Set.of());
                if (!codes.isEmpty()) {
                    return codes;
                }
            }
            return Set.of();
        }
    }

    private static final int REMEMBERED = 10_000;

    private final Map<String, List<String>> asked = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Names provinces = new Names();
    private final Map<String, Names> communes = new HashMap<>();

    PlaceIndex(List<Place> all, List<Alias> aliases) {
        for (Place place : all) {
            places.put(place.code(), place);
            Names names = namesBeside(place);
            Names.add(names.today, place.name(), place.code());
        }
        for (Alias alias : aliases) {
            Place place = places.get(alias.code());
            if (place != null) {
                addFormer(namesBeside(place), alias);
            }
        }
    }

    /** "Phường 1, Quận 3" is found by its first part too, as long as that means one place only. */
    private static void addFormer(Names names, Alias alias) {
        Names.add(names.former, alias.name(), alias.code());
        int comma = alias.name().indexOf(',');
        if (comma > 0) {
            Names.add(names.former, alias.name().substring(0, comma), alias.code());
        }
    }

    private Names namesBeside(Place place) {
        return place.isProvince() ? provinces : communes.computeIfAbsent(place.parentCode(), code -> new Names());
    }

    /** The province that the words mean, by its code or a name; null when they mean none, or several. */
    public String province(String words) {
        return only(provincesOf(words));
    }

    /** Likewise the commune in a province. */
    public String commune(String provinceCode, String words) {
        return only(communesOf(provinceCode, words));
    }

    private static String only(List<String> codes) {
        return codes.size() == 1 ? codes.get(0) : null;
    }

    /** All provinces that the words may mean. */
    public List<String> provincesOf(String words) {
        return words == null ? List.of() : find(provinces, words, null);
    }

    /** All communes of a province that the words may mean. */
    public List<String> communesOf(String provinceCode, String words) {
        Names names = provinceCode == null || words == null ? null : communes.get(provinceCode);
        return names == null ? List.of() : find(names, words, provinceCode);
    }

    /** All communes of the country that the words may mean. */
    public List<String> communesOf(String words) {
        List<String> found = new ArrayList<>();
        communes.keySet().stream().sorted().forEach(province -> found.addAll(communesOf(province, words)));
        return found;
    }

    private List<String> find(Names names, String words, String provinceCode) {
        String question = provinceCode + "/" + words;
        List<String> known = asked.get(question);
        if (known == null) {
            known = search(names, words, provinceCode);
            if (asked.size() < REMEMBERED) {
                asked.put(question, known);
            }
        }
        return known;
    }

    private List<String> search(Names names, String words, String provinceCode) {
        Place byCode = places.get(words.strip());
        if (byCode != null && Objects.equals(byCode.parentCode(), provinceCode)) {
            return List.of(byCode.code());
        }
        Set<String> found = names.find(PlaceName.forms(words));
        int comma = words.indexOf(',');
        return List.copyOf(
                found.isEmpty() && comma > 0 ? names.find(PlaceName.forms(words.substring(0, comma))) : found);
    }

    /**
     * How an address writes a place that was found: by its own name where the words are another spelling of it, as it
     * was typed where they are a former name, so that an old address stays as it was.
     */
    public String name(String code, String typed) {
        Place place = code == null ? null : places.get(code);
        if (place == null || typed == null) {
            return typed;
        }
        boolean sameName = typed.strip().equals(code)
                || PlaceName.forms(place.name())
                        .get(3)
                        .equals(PlaceName.forms(typed).get(3));
        return sameName ? place.name() : typed;
    }

    /** The place with this code, null when there is none in use. */
    public Place place(String code) {
        return places.get(code);
    }
}
