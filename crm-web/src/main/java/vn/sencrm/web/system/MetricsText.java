package vn.sencrm.web.system;

/** Writes figures in Prometheus' text form, version 0.0.4: each name once, with its help and type, then its values. */
final class MetricsText {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();
    private String name;

    /** @param type counter, gauge or histogram */
    MetricsText begin(String metric, String type, String help) {
        name = metric;
        text.append("# HELP ")
                .append(metric)
                .append(' ')
                .append(help.replace("\\", "\\\\").replace("\n", "\\n"));
        text.append("\n# TYPE ").append(metric).append(' ').append(type).append('\n');
        return this;
    }

    /** A gauge that is one value. */
    MetricsText gauge(String metric, String help, double value) {
        return begin(metric, "gauge", help).value(value);
    }

    /** @param labels name, value, name, value … */
    MetricsText value(double value, String... labels) {
        return part("", value, labels);
    }

    /** A value of a part of a histogram. */
    MetricsText part(String suffix, double value, String... labels) {
        text.append(name).append(suffix);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Without a point where there is nothing behind it. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
