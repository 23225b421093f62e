package vn.sencrm.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** The drop-down of the quick search (CUS-11): a few hits while the user types. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerSuggestions {

    /** Among so many of the newest matches the best are looked for. */
    private static final int RANKED = 200;

    /** So many of the newest customers are looked at first. */
    private static final int WINDOW = 2_000;

    /** With fewer matches than are wanted among those, all matches are no more than this. */
    private static final int FEW = 10_000;

    @Inject
    CustomerSuggestionsSql sql;

    @Inject
    CurrentUser currentUser;

    /** The newest matches, those first whose names have the typed words with the very same diacritics. */
    public List<CustomerSuggestion> find(String typed, int limit) {
        return find(typed, null, limit);
    }

    /** The same in one stage; null for every stage. */
    public List<CustomerSuggestion> find(String typed, CustomerStage stage, int limit) {
        List<String> words = List.of(lower(TextFold.clean(typed)).split(" "));
        return CustomerSearchSql.where(typed)
                .map(search -> matches(sql.inStage(search, stage), limit))
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing(hit -> !isExact(hit, words)))
                .limit(limit)
                .toList();
    }

    private List<CustomerSuggestion> matches(SqlFragment search, int wanted) {
        Account user = currentUser.get();
        List<CustomerSuggestion> newest = sql.amongNewest(user, search, WINDOW, RANKED);
        return newest.size() >= wanted ? newest : sql.all(user, search, FEW, RANKED);
    }

    private static boolean isExact(CustomerSuggestion hit, List<String> words) {
        String name = lower(hit.name());
        return words.stream().allMatch(name::contains);
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
