package vn.sencrm.customer.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code @username} in a text: at its beginning or behind what is no part of a word, so not in e-mails. */
final class Mentions {

    /** More names than these are only text. */
    static final int MOST = 20;

    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}._@-])@([\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{0,59})");

    private Mentions() {}

    /** The names in lower case, each once; a full stop or dash at the end of a sentence is no part of one. */
    static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find() && names.size() < MOST) {
            names.add(name(matcher));
        }
        return names;
    }

    /** The text in pieces; those that name one of the given users (by user name in lower case) say whom. */
    static List<Comment.Part> parts(String text, Map<String, String> fullNames) {
        List<Comment.Part> parts = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String name = name(matcher);
            String fullName = fullNames.get(name);
            if (fullName != null) {
                int end = matcher.start(1) + name.length();
                add(parts, text.substring(done, matcher.start()), null);
                add(parts, text.substring(matcher.start(), end), fullName);
                done = end;
            }
        }
        add(parts, text.substring(done), null);
        return parts;
    }

    private static void add(List<Comment.Part> parts, String text, String fullName) {
        if (!text.isEmpty()) {
            parts.add(new Comment.Part(text, fullName));
        }
    }

    private static String name(Matcher matcher) {
        return matcher.group(1).replaceAll("[.-]+$", "").toLowerCase(Locale.ROOT);
    }
}
