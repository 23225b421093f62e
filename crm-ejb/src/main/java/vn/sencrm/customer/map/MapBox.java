package vn.sencrm.customer.map;

import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;

/** The part of the world that a map shows, in degrees of WGS 84. */
public record MapBox(double west, double south, double east, double north) {

    private static final String FIELD = "bbox";
    private static final int MOST_CELLS = 60;

    /** Vietnam, and what a map of it shows around it. */
    public static final MapBox VIETNAM = new MapBox(101, 7, 115, 24);

    /**
     * Reads {@code west,south,east,north}; what lies beyond the world is cut off. Nothing stands for Vietnam.
     *
     * @throws InvalidInputException for what are not four numbers in this order
     */
    public static MapBox parse(String text) {
        if (text == null || text.isBlank()) {
            return VIETNAM;
        }
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw refused(text);
        }
        MapBox box = new MapBox(
                degrees(parts[0], 180, text),
                degrees(parts[1], 90, text),
                degrees(parts[2], 180, text),
                degrees(parts[3], 90, text));
        if (box.west >= box.east || box.south >= box.north) {
            throw refused(text);
        }
        return box;
    }

    private static double degrees(String text, int limit, String whole) {
        try {
            double degrees = Double.parseDouble(text.trim());
            if (Double.isFinite(degrees)) {
                return Math.max(-limit, Math.min(limit, degrees));
            }
        } catch (NumberFormatException e) {
            // told below, like what is no finite number
        }
        throw refused(whole);
    }

    private static InvalidInputException refused(String text) {
        return new InvalidInputException(List.of(new FieldProblem(FIELD, "BAD_VALUE", text)));
    }

    /**
     * How large a cell of the grid is at a zoom: 64 of the 256 pixels of a tile, but never so small that the box had more
     * than {@value #MOST_CELLS} by {@value #MOST_CELLS} of them.
     */
    double cell(int zoom) {
        double cell = 90.0 / (1L << Math.max(0, Math.min(zoom, 22)));
        return Math.max(cell, Math.max(east - west, north - south) / MOST_CELLS);
    }
}
