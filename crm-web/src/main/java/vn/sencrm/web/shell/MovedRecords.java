package vn.sencrm.web.shell;

import java.util.Map;
import java.util.Optional;

/** Knows where pages of records that are no longer by themselves lead. Implementations are found by CDI. */
public interface MovedRecords {

    /**
     * The address, from the context root, that stands for one that was not found.
     *
     * @param page as in {@code /customer/detail.xhtml}
     */
    Optional<String> movedTo(String page, Map<String, String> parameters);
}
