package vn.sencrm.export;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of at most some thousand rows, as its page shows it. Found by CDI, by its name. */
interface ShortList {

    /** In addresses, requests and the names of files. */
    String name();

    /** The right that its page asks for, beside the one to export. */
    String right();

    /** What of the address of its page selects rows. */
    default Set<String> parameters() {
        return Set.of();
    }

    List<ExportColumn> columns(ListWords words);

    /**
     * The rows that the user sees, in the order of the page.
     *
     * @param asked some of {@link #parameters}, none of them null
     */
    List<String[]> rows(Map<String, String> asked, ListWords words);
}
