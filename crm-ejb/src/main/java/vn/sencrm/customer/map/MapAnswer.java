package vn.sencrm.customer.map;

import java.util.List;

/**
 * What a map shows of a box.
 *
 * @param total how many positions lie in it
 */
public record MapAnswer(List<Cluster> clusters, List<Point> points, long total) {

    /** Several positions near each other, at their middle. */
    public record Cluster(double lat, double lon, long count) {}

    /** One position of a customer. */
    public record Point(long id, String code, String name, double lat, double lon) {}
}
