package vn.sencrm.web.me;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser and its system by what it says of itself: enough to tell one's own devices apart, no more. */
final class BrowserName {

    /** A mark in the header and the name; the first that is found counts, as most browsers claim to be others too. */
    private record Mark(String mark, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("coc_coc_browser", "Cốc Cốc"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Windows", "Windows"),
            new Mark("Android", "Android"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Mac OS X", "macOS"),
            new Mark("Linux", "Linux"));

    private BrowserName() {}

    /** Nothing when neither is known. */
    static Optional<String> of(String agent) {
        String name = Stream.of(BROWSERS, SYSTEMS)
                .flatMap(marks -> marks.stream()
                        .filter(mark -> agent != null && agent.contains(mark.mark()))
                        .limit(1))
                .map(Mark::name)
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
