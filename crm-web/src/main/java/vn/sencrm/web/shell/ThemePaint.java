package vn.sencrm.web.shell;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the fixed colours of PrimeFaces' theme saga-blue by the tokens of {@code tokens.css}. A colour means
 * something else as text, as border and as ground, so the property decides where it matters.
 */
final class ThemePaint {

    private static final Pattern DECLARATION = Pattern.compile("([a-z-]+):([^;{}]*)(?=[;}])");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\([^)]*\\)|hsla?\\([^)]*\\)");
    private static final Pattern RING = Pattern.compile("0 0 0 \\.2r?em (?:#\\w+|(?:rgb|hsl)a?\\([^)]*\\))");

    private static final Map<String, String> TEXT = Map.of(
            "#fff", "--on-brand",
            "#ffffff", "--on-brand",
            "#212529", "--on-brand",
            "#495057", "--text",
            "#607d8b", "--text-2",
            "#6c757d", "--text-2",
            "#adb5bd", "--text-3",
            "#ced4da", "--text-3");

    private static final Map<String, String> LINES = Map.of(
            "#ced4da", "--ctl-line",
            "#adb5bd", "--ctl-line",
            "#e9ecef", "--line",
            "#dee2e6", "--line",
            "rgba(0,0,0,.08)", "--line");

    private static final Map<String, String> GROUNDS = Map.ofEntries(
            Map.entry("#fff", "--surface"),
            Map.entry("#ffffff", "--surface"),
            Map.entry("#f8f9fa", "--surface-2"),
            Map.entry("#f8f8f8", "--surface-2"),
            Map.entry("#fbfcfc", "--surface-2"),
            Map.entry("#e9ecef", "--surface-2"),
            Map.entry("#efefef", "--surface-2"),
            Map.entry("#ebebef", "--surface-2"),
            Map.entry("#dee2e6", "--line"),
            Map.entry("#dadada", "--line"),
            Map.entry("#ced4da", "--line-strong"),
            Map.entry("#adb5bd", "--line-strong"),
            Map.entry("#6c757d", "--text-2"),
            Map.entry("#495057", "--text"),
            Map.entry("#e3f2fd", "--brand-soft"),
            Map.entry("rgba(33,150,243,.04)", "--brand-soft"),
            Map.entry("rgba(33,150,243,.16)", "--brand-soft"),
            Map.entry("#2196f3", "--brand"),
            Map.entry("rgb(12.7384615385,136.9384615385,235.6615384615)", "--brand-strong"),
            Map.entry("rgb(11.3230769231,121.7230769231,209.4769230769)", "--brand-strong"),
            Map.entry("#607d8b", "--text-2"),
            Map.entry("#f44336", "--bad"),
            Map.entry("#d32f2f", "--bad"),
            Map.entry("#b71c1c", "--bad"),
            Map.entry("#ef5350", "--bad"),
            Map.entry("#ffcdd2", "--bad-soft"),
            Map.entry("rgba(211,47,47,.04)", "--bad-soft"),
            Map.entry("rgba(211,47,47,.16)", "--bad-soft"),
            Map.entry("hsl(0,65.0793650794%,45.5294117647%)", "--bad"),
            Map.entry("hsl(0,65.0793650794%,40.4705882353%)", "--bad"),
            Map.entry("#fbc02d", "--warn"),
            Map.entry("#ffc107", "--warn"),
            Map.entry("#7f6003", "--warn"),
            Map.entry("#ffecb3", "--warn-soft"),
            Map.entry("rgba(251,192,45,.04)", "--warn-soft"),
            Map.entry("rgba(251,192,45,.16)", "--warn-soft"),
            Map.entry("#689f38", "--ok"),
            Map.entry("#c8e6c9", "--ok-soft"),
            Map.entry("rgba(200,230,201,.8)", "--ok-soft"),
            Map.entry("rgba(104,159,56,.04)", "--ok-soft"),
            Map.entry("rgba(104,159,56,.16)", "--ok-soft"),
            Map.entry("#0288d1", "--info"),
            Map.entry("#03a9f4", "--info"),
            Map.entry("#01579b", "--info"),
            Map.entry("#b3e5fc", "--info-soft"),
            Map.entry("rgba(2,136,209,.04)", "--info-soft"),
            Map.entry("rgba(2,136,209,.16)", "--info-soft"),
            Map.entry("#252529", "--text"),
            Map.entry("#343a40", "--text"),
            Map.entry("#e0284f", "--bad"),
            Map.entry("#e60017", "--bad"),
            Map.entry("rgb(1.6,108.8,167.2)", "--info"),
            Map.entry("rgb(1.8,122.4,188.1)", "--info"),
            Map.entry("rgb(124.8,31.2,140.8)", "--lotus"),
            Map.entry("rgb(140.4,35.1,158.4)", "--lotus"),
            Map.entry("rgb(137.4,200.4,246.6)", "--brand-soft"),
            Map.entry("rgb(250.446728972,183.2859813084,15.953271028)", "--warn"),
            Map.entry("hsl(42.8155339806,96.261682243%,46.431372549%)", "--warn"),
            Map.entry("rgb(255,229.625,153.5)", "--warn-soft"),
            Map.entry("rgb(255,179.5,187.05)", "--bad-soft"),
            Map.entry("rgb(255,113,127.2)", "--bad-soft"),
            Map.entry("rgb(45.75,7,7)", "--bad"),
            Map.entry("hsl(122,37.5%,5.2696078431%)", "--bad"),
            Map.entry("hsl(122,37.5%,21.0784313725%)", "--ok"),
            Map.entry("rgb(67.1875,147.8125,69.875)", "--ok"),
            Map.entry("rgb(83.2,127.2,44.8)", "--ok"),
            Map.entry("rgb(93.6,143.1,50.4)", "--ok"),
            Map.entry("rgb(76.8,100,111.2)", "--text"),
            Map.entry("rgb(86.4,112.5,125.1)", "--text"),
            Map.entry("#9c27b0", "--lotus"));

    private ThemePaint() {}

    static String paint(String css) {
        String ringed = RING.matcher(css).replaceAll("0 0 0 2px var(--brand)");
        return DECLARATION.matcher(ringed).replaceAll(ThemePaint::declaration);
    }

    private static String declaration(MatchResult found) {
        String property = found.group(1);
        String value = COLOUR.matcher(found.group(2)).replaceAll(colour -> colour(property, colour.group()));
        return Matcher.quoteReplacement(property + ":" + value);
    }

    private static String colour(String property, String colour) {
        String token = token(property, colour.replace(" ", "").toLowerCase(Locale.ROOT));
        return Matcher.quoteReplacement(token == null ? colour : "var(" + token + ")");
    }

    private static String token(String property, String colour) {
        String special = property.equals("color")
                ? TEXT.get(colour)
                : property.startsWith("border") || property.startsWith("outline") ? LINES.get(colour) : null;
        return special == null ? GROUNDS.get(colour) : special;
    }
}
