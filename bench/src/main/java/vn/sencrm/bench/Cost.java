package vn.sencrm.bench;

import java.util.List;
import java.util.Locale;

/** What one thing took: seconds by the clock, and of processors, which a busy machine changes less. */
record Cost(double seconds, double cpu) {

    static Cost median(List<Cost> costs) {
        return new Cost(
                Figures.median(costs.stream().map(Cost::seconds).toList()),
                Figures.median(costs.stream().map(Cost::cpu).toList()));
    }

    Cost plus(Cost other) {
        return new Cost(seconds + other.seconds, cpu + other.cpu);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s (processor %.1f s)", seconds, cpu);
    }
}
