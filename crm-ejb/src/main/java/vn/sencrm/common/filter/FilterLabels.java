package vn.sencrm.common.filter;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words that a filter's sentence needs in one language. The web layer knows the fields' and values' labels. */
public interface FilterLabels {

    Locale locale();

    /** What users call a field ("Trạng thái"). */
    String field(FilterField field);

    /** What users call a code, a status, a tag, a user; the text itself where it is not known. */
    default String value(FilterField field, String value) {
        return value;
    }

    /** How parts are put together; the texts are in the bundle {@code vn/sencrm/common/filter/filter}. */
    default String pattern(String key) {
        return ResourceBundle.getBundle("vn.sencrm.common.filter.filter", locale(), FilterLabels.class.getClassLoader())
                .getString(key);
    }
}
