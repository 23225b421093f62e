package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Sets single values of a step's customers, and puts them back. A document holds the changed fields alone. */
@ApplicationScoped
class BulkFieldSql {

    /** A value, the same for all; null clears the field. */
    static SqlFragment same(Long id) {
        return SqlFragment.of("?::bigint", id == null ? Database.Null.BIGINT : id);
    }

    /** A value for each record that waits, in their order; 0 clears the field. */
    static SqlFragment each(List<Long> ids) {
        return SqlFragment.of("nullif((?::bigint[])[b.n], 0)", ids);
    }

    /** @param values by field, over {@code bulk_now b} and {@code customer c} */
    void set(BulkStep step, Map<BulkField, SqlFragment> values) {
        SqlFragment before =
                changed(values, value -> SqlFragment.of("c." + value.getKey().column()));
        SqlFragment after = changed(values, Map.Entry::getValue);
        step.change(SqlFragment.of("select nullif(")
                .then(before)
                .then(", '{}'), ")
                .then(after)
                .then(", null::jsonb, null::jsonb"));
        step.write(assignments(values.keySet().stream().toList()));
    }

    /** One document of the fields whose value is another than the one to be set. */
    private static SqlFragment changed(
            Map<BulkField, SqlFragment> values, Function<Map.Entry<BulkField, SqlFragment>, SqlFragment> shown) {
        return values.entrySet().stream()
                .map(value -> SqlFragment.of("case when c." + value.getKey().column() + " is distinct from ")
                        .then(value.getValue())
                        .then(" then jsonb_build_object('" + value.getKey().name() + "', ")
                        .then(shown.apply(value))
                        .then(") else '{}' end"))
                .reduce((one, other) -> one.then(" || ").then(other))
                .orElseThrow();
    }

    /** Puts back what the undone run changed, where it is still as that run left it. */
    void putBack(BulkStep step, List<BulkField> fields) {
        step.refuse(
                "CHANGED_SINCE",
                undone(step, "not (" + stands(fields, "after") + ") and not (" + stands(fields, "before") + ")"));
        step.refuse("VALUE_GONE", undone(step, isGone(fields)));
        step.change(step.named("select i.after, i.before, null::jsonb, null::jsonb from bulk_item i"
                + " where i.run_id = :undoes and i.customer_id = c.id and "
                + stands(fields, "after")));
        step.write(assignments(fields));
    }

    /** A condition on {@code customer c} and the {@code bulk_item i} of the undone run, asked of {@code bulk_now b}. */
    static SqlFragment undone(BulkStep step, String condition) {
        return step.named("exists (select from customer c join bulk_item i on i.customer_id = c.id"
                + " where c.id = b.customer_id and i.run_id = :undoes and (" + condition + "))");
    }

    /** Whether the customer has the values of the item's document. */
    private static String stands(List<BulkField> fields, String document) {
        return fields.stream()
                .map(field -> "(i." + document + " -> '" + field.name() + "' is null or c." + field.column()
                        + " is not distinct from " + value("i." + document, field) + ")")
                .collect(Collectors.joining(" and "));
    }

    /** Whether a value that is to come back is no longer there to be referred to. */
    private static String isGone(List<BulkField> fields) {
        return fields.stream()
                .map(field -> value("i.before", field) + " is not null and not exists (select from " + field.table()
                        + " t where t.id = " + value("i.before", field) + ")")
                .collect(Collectors.joining(" or "));
    }

    private static String assignments(List<BulkField> fields) {
        return fields.stream()
                .map(field -> ", " + field.column() + " = case when h.after -> '" + field.name() + "' is null then c."
                        + field.column() + " else " + value("h.after", field) + " end")
                .collect(Collectors.joining());
    }

    private static String value(String document, BulkField field) {
        return "(" + document + " ->> '" + field.name() + "')::bigint";
    }
}
