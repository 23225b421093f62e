package vn.sencrm.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How values that are lists of small things stand in one cell, so that a file that was exported says the same when it is
 * imported: {@code 0912 345 678 [nhà]; 024 3825 1234}, {@code zalo: lan.nguyen; facebook: lan}, {@code 12 Lê Lợi || 5 Trần
 * Phú} for the streets of two addresses, {@code 10.77, 106.7} for a position. Exports write it in SQL.
 */
public final class CellTexts {

    /** Between the elements of a list. */
    public static final String SEPARATOR = "; ";

    /** Between the addresses of a customer in the cell of one of their parts. */
    public static final String NEXT_ADDRESS = " || ";

    /** The column of all accounts in social networks, instead of one network's. */
    public static final String ALL_NETWORKS = "accounts";

    /** The column of where addresses are, both degrees in one cell. */
    public static final String POSITION = "position";

    private static final Pattern ADDRESSES = Pattern.compile("\\s*\\|\\|\\s*");
    private static final Pattern POINTS = Pattern.compile("[;\\n]+");

    private CellTexts() {}

    /** A cell of phones: the cell itself, or its numbers one by one where some have labels. */
    public static List<Object> phones(String cell) {
        if (cell.indexOf('[') < 0) {
            return List.of(cell);
        }
        List<Object> phones = new ArrayList<>();
        int start = 0;
        boolean inLabel = false;
        for (int i = 0; i <= cell.length(); i++) {
            char c = i == cell.length() ? '\n' : cell.charAt(i);
            inLabel = c == '[' || inLabel && c != ']' && i < cell.length();
            if (!inLabel && ";,/|\n\r".indexOf(c) >= 0) {
                phones.add(labelled(cell.substring(start, i)));
                start = i + 1;
            }
        }
        return phones;
    }

    /** An e-mail address or website with its label, or the text itself where there is none. */
    public static Object labelled(String text) {
        String value = text.strip();
        int label = value.indexOf(" [");
        return label > 0 && value.endsWith("]")
                ? Map.of(
                        "value",
                        value.substring(0, label).strip(),
                        "label",
                        value.substring(label + 2, value.length() - 1))
                : text;
    }

    /**
     * Accounts in social networks.
     *
     * @param network whose column it is, or {@link #ALL_NETWORKS}
     */
    public static List<Map<String, String>> socials(String network, String cell) {
        if (!network.equals(ALL_NETWORKS)) {
            return List.of(Map.of("network", network, "id", cell));
        }
        return POINTS.splitAsStream(cell)
                .filter(one -> !one.isBlank())
                .map(one -> {
                    int colon = one.indexOf(':');
                    return colon < 0
                            ? Map.of("network", "", "id", one.strip())
                            : Map.of(
                                    "network",
                                    one.substring(0, colon).strip(),
                                    "id",
                                    one.substring(colon + 1).strip());
                })
                .toList();
    }

    /** The addresses of a row, from the cells of their parts by the parts' names. */
    public static List<Map<String, String>> addresses(Map<String, String> cells) {
        List<Map<String, String>> addresses = new ArrayList<>(1);
        cells.forEach((part, cell) -> {
            String[] values = ADDRESSES.split(cell, -1);
            for (int i = 0; i < values.length; i++) {
                if (addresses.size() == i) {
                    addresses.add(new HashMap<>());
                }
                put(addresses.get(i), part, values[i]);
            }
        });
        return addresses;
    }

    private static void put(Map<String, String> address, String part, String value) {
        if (!part.equals(POSITION)) {
            address.put(part, value);
            return;
        }
        int comma = value.indexOf(", ") < 0 ? value.indexOf(',') : value.indexOf(", ");
        if (!value.isBlank()) {
            address.put("lat", comma < 0 ? value : value.substring(0, comma).strip());
            address.put("lon", comma < 0 ? value : value.substring(comma + 1).strip());
        }
    }
}
