package vn.sencrm.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.sencrm.export.ListWords;
import vn.sencrm.web.shell.Texts;

/** The words of lists from the bundles, in the language of the request. */
@RequestScoped
public class PageListWords implements ListWords {

    @Inject
    Texts texts;

    @Override
    public String message(String key) {
        return texts.message(key);
    }

    @Override
    public String label(Enum<?> constant) {
        return texts.label(constant);
    }

    @Override
    public String language() {
        return texts.getLocale().getLanguage();
    }
}
