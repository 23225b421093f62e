package vn.sencrm.common;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL with the values of its {@code ?} in order. Only text from our own sources ever stands in
 * {@code sql}; whatever a user typed is a parameter.
 */
public record SqlFragment(String sql, List<Object> parameters) {

    public static final SqlFragment TRUE = of("true");
    public static final SqlFragment FALSE = of("false");

    public SqlFragment {
        parameters = List.copyOf(parameters);
    }

    public static SqlFragment of(String sql, Object... parameters) {
        return new SqlFragment(sql, List.of(parameters));
    }

    public SqlFragment and(SqlFragment other) {
        return join(" and ", other);
    }

    public SqlFragment or(SqlFragment other) {
        return join(" or ", other);
    }

    public SqlFragment not() {
        return new SqlFragment("not (" + sql + ")", parameters);
    }

    /** The same with more text behind. */
    public SqlFragment then(String more) {
        return new SqlFragment(sql + more, parameters);
    }

    /** The same with more behind, its parameters included. */
    public SqlFragment then(SqlFragment more) {
        List<Object> both = new ArrayList<>(parameters);
        both.addAll(more.parameters);
        return new SqlFragment(sql + more.sql, both);
    }

    private SqlFragment join(String operator, SqlFragment other) {
        return of("(" + sql + operator, parameters.toArray()).then(other).then(")");
    }
}
