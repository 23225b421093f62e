package vn.sencrm.web.system;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Requests answered since the server's start, by kind and result, and how long they took. */
@ApplicationScoped
public class RequestMetrics {

    /** Upper ends of the buckets in seconds; the last bucket has none. */
    private static final double[] BUCKETS = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final double NANOS = 1e9;
    private static final int CLASSES = 5;

    private final Map<RequestKind, Counts> counts = new EnumMap<>(RequestKind.class);

    private static final class Counts {
        final LongAdder[] byClass = adders(CLASSES);
        final LongAdder[] byTime = adders(BUCKETS.length + 1);
        final LongAdder nanos = new LongAdder();

        private static LongAdder[] adders(int number) {
            LongAdder[] adders = new LongAdder[number];
            for (int i = 0; i < number; i++) {
                adders[i] = new LongAdder();
            }
            return adders;
        }
    }

    public RequestMetrics() {
        for (RequestKind kind : RequestKind.values()) {
            counts.put(kind, new Counts());
        }
    }

    void count(RequestKind kind, int status, long nanos) {
        Counts of = counts.get(kind);
        of.byClass[Math.max(1, Math.min(CLASSES, status / 100)) - 1].increment();
        of.byTime[bucket(nanos / NANOS)].increment();
        of.nanos.add(nanos);
    }

    private static int bucket(double seconds) {
        int bucket = 0;
        while (bucket < BUCKETS.length && seconds > BUCKETS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    void tell(MetricsText text) {
        text.begin("crm_requests_total", "counter", "Requests answered, by kind and class of status");
        counts.forEach((kind, of) -> {
            for (int i = 0; i < CLASSES; i++) {
                text.value(of.byClass[i].sum(), "kind", name(kind), "status", (i + 1) + "xx");
            }
        });
        text.begin("crm_request_seconds", "histogram", "How long they took");
        counts.forEach((kind, of) -> histogram(text, name(kind), of));
    }

    private static void histogram(MetricsText text, String kind, Counts of) {
        long below = 0;
        for (int i = 0; i <= BUCKETS.length; i++) {
            below += of.byTime[i].sum();
            String end = i < BUCKETS.length ? MetricsText.number(BUCKETS[i]) : "+Inf";
            text.part("_bucket", below, "kind", kind, "le", end);
        }
        text.part("_sum", of.nanos.sum() / NANOS, "kind", kind);
        text.part("_count", below, "kind", kind);
    }

    private static String name(RequestKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
