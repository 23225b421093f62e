package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What lists that are exported are called in the user's language. */
@RequestScoped
public class ListNames {

    @Inject
    Texts texts;

    /** A catalogue is called as its page is. */
    public String of(String list) {
        String key = "export.list." + list;
        String own = texts.message(key);
        return own.equals(key) ? texts.message("catalogue.of." + list) : own;
    }
}
