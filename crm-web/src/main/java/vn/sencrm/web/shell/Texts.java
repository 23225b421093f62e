package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.FieldProblem;

/**
 * The bundles in the language of the current request, for backing beans, REST resources and failure handling:
 * {@code texts.message("customer_list.count", 12480)}. In pages, {@code #{msg['…']}} gives a text without arguments
 * and {@code #{texts.message('…', argument)}} one with them.
 */
@Named
@RequestScoped
public class Texts {

    private final Locale locale;

    @Inject
    public Texts(Preferences preferences) {
        this(preferences.getLocale());
    }

    Texts(Locale locale) {
        this.locale = locale;
    }

    protected Texts() {
        this((Locale) null);
    }

    public Locale getLocale() {
        return locale;
    }

    /** A text of the bundle {@code messages}. */
    public String message(String key, Object... arguments) {
        return text("messages", key, arguments);
    }

    /**
     * A sentence of the bundle {@code errors}; a code without one is shown as it is. Where what was typed lets guess what
     * was meant, that is proposed.
     */
    public String error(String code, Object... arguments) {
        String proposal = code + ".proposal";
        boolean proposed = arguments.length > 0 && bundle("errors").containsKey(proposal);
        return text("errors", proposed ? proposal : code, arguments);
    }

    public String error(CrmException failure) {
        return error(failure.code(), failure.arguments().toArray());
    }

    public String error(FieldProblem problem) {
        return error(problem.code(), List.copyOf(problem.arguments()).toArray());
    }

    /** The label of an enum's constant, found under {@code CustomerKind.SHOP} in the bundle {@code enums}. */
    public String label(Enum<?> constant) {
        return constant == null
                ? ""
                : text("enums", constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private String text(String bundle, String key, Object... arguments) {
        try {
            String pattern = bundle(bundle).getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(name, locale, getClass().getClassLoader());
    }
}
