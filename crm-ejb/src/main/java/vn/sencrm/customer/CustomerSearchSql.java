package vn.sencrm.customer;

import java.util.Locale;
import java.util.Optional;
import vn.sencrm.common.CitizenId;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TaxCode;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.TextSql;

/**
 * Quick search (CUS-11): one text, by what it looks like. Digits find phones in any written form and by their last
 * digits, tax codes, citizen ids and codes; an {@code @} finds e-mails; words find names in any order, without regard to
 * case and diacritics.
 *
 * <p>Every branch is served by an index: {@code identity_key} by key, its end or its beginning; names by trigrams or by
 * the list's own order, whichever the planner expects to read less of.
 */
public final class CustomerSearchSql {

    private static final int MAX_LENGTH = 200;
    /** Ids first: a sub-select beside ORDER BY … LIMIT would make the planner walk the order's index. */
    private static final String BY_KEY = "c.id = any(array(select k.customer_id from identity_key k where ";

    private static final String END = " limit 10001))";

    /** The code of a customer that was merged into another finds that one. */
    private static final String OF_ALIAS =
            "c.id = any(array(select a.merged_into from customer a where upper(a.code) = upper(?)))";

    private static final SqlFragment NAME = SqlFragment.of("c.name_fold");

    private CustomerSearchSql() {}

    /** The predicate of a search text on {@code customer c}; empty for a blank one. */
    public static Optional<SqlFragment> where(String typed) {
        String text = TextFold.clean(typed == null ? "" : typed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(SqlFragment.FALSE);
        }
        if (isEmail(text)) {
            return Optional.of(byEmail(text));
        }
        return Optional.of(PhoneNumber.looksLikePhone(text) ? byNumber(text) : byWords(text));
    }

    /** Whether a text is looked up in {@code identity_key} and among codes: then it finds few. */
    static boolean isByKey(String typed) {
        String text = TextFold.clean(typed == null ? "" : typed);
        return isEmail(text) || PhoneNumber.looksLikePhone(text);
    }

    private static boolean isEmail(String text) {
        return text.indexOf('@') > 0;
    }

    private static SqlFragment byEmail(String text) {
        String key = EmailAddress.searchKey(text);
        String start = key == null ? text.toLowerCase(Locale.ROOT) : key;
        return SqlFragment.of(
                BY_KEY + "k.kind = 'EMAIL' and k.key >= ? and k.key < ?" + END, start, start + Character.MAX_VALUE);
    }

    private static SqlFragment byNumber(String text) {
        SqlFragment found = byCode(text).or(byPhone(text));
        String taxKey = TaxCode.parse(text).key();
        if (taxKey != null) {
            found = found.or(SqlFragment.of(BY_KEY + "k.kind in ('TAX', 'IDNO') and k.key = ?" + END, taxKey));
        }
        String idKey = CitizenId.parse(text).key();
        return idKey == null || idKey.equals(taxKey)
                ? found
                : found.or(SqlFragment.of(BY_KEY + "k.kind = 'IDNO' and k.key = ?" + END, idKey));
    }

    /** A whole number by its key; a part of one by the digits that it ends with. */
    private static SqlFragment byPhone(String text) {
        String key = PhoneNumber.searchKey(text);
        if (key != null) {
            return SqlFragment.of(BY_KEY + "k.kind = 'PHONE' and k.key = ?" + END, key);
        }
        String end = new StringBuilder(PhoneNumber.suffixDigits(text)).reverse().toString();
        SqlFragment byEnd = SqlFragment.of(
                BY_KEY + "k.kind = 'PHONE' and reverse(k.key) >= ? and reverse(k.key) < ?" + END, end, end + ":");
        String start = PhoneNumber.searchPrefix(text);
        // A beginning of a few digits would match every number of an operator.
        return start == null || start.length() < 8
                ? byEnd
                : byEnd.or(SqlFragment.of(
                        BY_KEY + "k.kind = 'PHONE' and k.key >= ? and k.key < ?" + END, start, start + ":"));
    }

    private static SqlFragment byCode(String text) {
        return SqlFragment.of("upper(c.code) = upper(?)", text).or(SqlFragment.of(OF_ALIAS, text));
    }

    private static SqlFragment byWords(String text) {
        SqlFragment words = TextSql.contains(NAME, text);
        boolean mayBeCode = text.indexOf(' ') < 0 && text.chars().anyMatch(Character::isDigit);
        return mayBeCode ? words.or(byCode(text)) : words;
    }
}
