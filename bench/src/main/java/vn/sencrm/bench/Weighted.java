package vn.sencrm.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A list to pick from in which some entries are more frequent than others, written as "name weight, name weight". */
final class Weighted {
    private final String[] values;
    private final double[] upTo;

    private Weighted(String[] values, double[] weights) {
        this.values = values;
        this.upTo = weights;
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    static Weighted of(String list) {
        String[] entries = list.strip().split("\\s*,\\s*");
        double[] weights = new double[entries.length];
        for (int i = 0; i < entries.length; i++) {
            int cut = entries[i].lastIndexOf(' ');
            weights[i] = Double.parseDouble(entries[i].substring(cut + 1));
            entries[i] = entries[i].substring(0, cut);
        }
        return new Weighted(entries, weights);
    }

    /** Weights that fall like 1/(rank + 3): what names and words do by themselves. */
    static Weighted falling(String list) {
        String[] entries = list.strip().split("\\s*,\\s*");
        double[] weights = new double[entries.length];
        Arrays.setAll(weights, rank -> 1.0 / (rank + 3));
        return new Weighted(entries, weights);
    }

    String pick(SplittableRandom random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return values[Math.min(at < 0 ? -at - 1 : at, values.length - 1)];
    }
}
