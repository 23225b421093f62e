package vn.sencrm.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a benchmark says while it runs, and its figures, which come last: {@code figure <name> <value> <unit>}. */
final class Figures {
    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();

    Figures(PrintStream out) {
        this.out = out;
    }

    void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    void add(String name, double value, String unit) {
        String digits = value >= 1000 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        lines.add(String.format(Locale.ROOT, "figure %s " + digits + " %s", name, value, unit));
    }

    /** Milliseconds: the median and what 95 of 100 stay under. */
    void addTimes(String name, double[] millis, double cpuSeconds) {
        add(name + ".p50", percentile(millis, 50), "ms");
        add(name + ".p95", percentile(millis, 95), "ms");
        say(
                "%-28s p50 %8.2f ms   p95 %8.2f ms   processor %7.2f ms each, of %d",
                name, percentile(millis, 50), percentile(millis, 95), cpuSeconds * 1000 / millis.length, millis.length);
    }

    void print() {
        lines.forEach(out::println);
        out.flush();
    }

    static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
