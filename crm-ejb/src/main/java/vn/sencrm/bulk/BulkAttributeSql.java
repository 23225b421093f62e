package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Sets attributes of a step's customers, and puts them back. A document holds the changed attributes alone, each as
 * {@code attributes.<code>}; no value is told as null.
 */
@ApplicationScoped
class BulkAttributeSql {

    /** The values of an item's document are no longer what the customer has. */
    private static final String DIFFERS =
            """
            exists (select from jsonb_each(document_attributes(i.%s)) as g (code, value)
                    where coalesce(c.attributes -> g.code, 'null') is distinct from g.value)
            """;

    /** A value names what it is a choice of, or a file, and that may have been deleted when nobody had it. */
    private static final String GONE =
            """
            exists (select from jsonb_each(document_attributes(i.before)) as g (code, value)
                    left join customer_attribute a on a.code = g.code
                    where g.value <> 'null' and (a.id is null
                        or a.type in ('PHOTO', 'VIDEO') and not exists (
                            select from stored_file f
                            where f.id = case jsonb_typeof(g.value) when 'number' then g.value::bigint end)
                        or a.type in ('CHOICE', 'MULTI_CHOICE') and exists (
                            select from jsonb_array_elements_text(
                                case jsonb_typeof(g.value) when 'array' then g.value else jsonb_build_array(g.value) end) as e (code)
                            where not exists (select from customer_attribute_choice o
                                              where o.attribute_id = a.id and o.code = e.code))))
            """;

    /** @param values by code, null to clear; what is not of a customer's kind is not given to it, but may be cleared */
    void set(BulkStep step, JsonObject values) {
        if (!values.containsValue(JsonValue.NULL)) {
            refuseOtherKinds(step, values);
        }
        step.change(step.named(
                """
                select jsonb_object_agg('attributes.' || g.code, coalesce(c.attributes -> g.code, 'null')),
                       jsonb_object_agg('attributes.' || g.code, g.value), null::jsonb, null::jsonb
                from jsonb_each(:values::jsonb) as g (code, value) join customer_attribute a on a.code = g.code
                where (c.kind = any (a.kinds) or g.value = 'null')
                and coalesce(c.attributes -> g.code, 'null') is distinct from g.value
                """,
                "values",
                values.toString()));
        write(step);
    }

    /** The kinds are gathered once, each record's own is read by its primary key. */
    private static void refuseOtherKinds(BulkStep step, JsonObject values) {
        step.refuse(
                "NOT_OF_KIND",
                step.named(
                        """
                        (select c.kind from customer c where c.id = b.customer_id) <> all (array(
                            select unnest(a.kinds) from customer_attribute a where jsonb_exists(:values::jsonb, a.code)))
                        """,
                        "values",
                        values.toString()));
    }

    /** Puts back what the undone run changed, where it is still as that run left it. */
    void putBack(BulkStep step) {
        step.refuse("CHANGED_SINCE", BulkFieldSql.undone(step, differs("after") + " and " + differs("before")));
        step.refuse("VALUE_GONE", BulkFieldSql.undone(step, GONE));
        step.change(step.named("select i.after, i.before, null::jsonb, null::jsonb from bulk_item i"
                + " where i.run_id = :undoes and i.customer_id = c.id and not " + differs("after")));
        write(step);
    }

    private static String differs(String document) {
        return DIFFERS.formatted(document);
    }

    /** Merged, never replaced: what others write beside it stays. */
    private static void write(BulkStep step) {
        step.write(", attributes = nullif(jsonb_strip_nulls("
                + "coalesce(c.attributes, '{}') || document_attributes(h.after)), '{}')");
    }
}
