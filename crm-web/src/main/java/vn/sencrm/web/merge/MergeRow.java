package vn.sencrm.web.merge;

import java.io.Serializable;

/**
 * A field of both sides.
 *
 * @param choosable whether the sides differ, so that one can be chosen
 * @param united whether the rule puts both together
 * @param choice {@code master}, {@code slave} or {@code typed}; empty for the rule's
 * @param dropped the sides, {@code master} and {@code slave}, whose kind has no place for it
 * @param lost whether the kind that is chosen is one of them
 */
public record MergeRow(
        String name,
        String label,
        String master,
        String slave,
        String result,
        boolean choosable,
        boolean united,
        String choice,
        String dropped,
        boolean lost,
        MergeInput input)
        implements Serializable {

    public boolean isTyped() {
        return choice.equals(MergeRows.TYPED);
    }
}
