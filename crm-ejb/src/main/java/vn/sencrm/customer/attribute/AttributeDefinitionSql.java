package vn.sencrm.customer.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Writes definitions, and looks which of them customers use. */
@ApplicationScoped
class AttributeDefinitionSql {

    @Inject
    Database database;

    /** One administrator at a time; readers are not held up. */
    void lock() {
        database.first(SqlFragment.of("select pg_advisory_xact_lock(hashtext('customer_attribute'))"), row -> 1);
    }

    long insert(Attribute attribute) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into customer_attribute
                                    (id, code, name_vi, name_en, type, required, kinds, position)
                                select nextval('customer_attribute_seq'), ?, ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1
                                from customer_attribute returning id
                                """,
                                attribute.code(),
                                attribute.nameVi(),
                                attribute.nameEn(),
                                attribute.type(),
                                attribute.required(),
                                kinds(attribute)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    void update(Attribute attribute) {
        database.update(SqlFragment.of(
                """
                update customer_attribute set version = version + 1, name_vi = ?, name_en = ?, type = ?, required = ?,
                    kinds = ? where id = ?
                """,
                attribute.nameVi(),
                attribute.nameEn(),
                attribute.type(),
                attribute.required(),
                kinds(attribute),
                attribute.id()));
    }

    private static List<String> kinds(Attribute attribute) {
        return attribute.kinds().stream().map(Enum::name).sorted().toList();
    }

    void replaceChoices(long id, List<Attribute.Choice> choices) {
        database.update(SqlFragment.of("delete from customer_attribute_choice where attribute_id = ?", id));
        int position = 0;
        for (Attribute.Choice choice : choices) {
            database.update(SqlFragment.of(
                    """
                    insert into customer_attribute_choice (attribute_id, code, name_vi, name_en, position, archived)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    id,
                    choice.code(),
                    choice.nameVi(),
                    choice.nameEn(),
                    position++,
                    choice.archived()));
        }
    }

    void archive(long id, boolean archived) {
        database.update(SqlFragment.of(
                "update customer_attribute set version = version + 1, archived = ? where id = ?", archived, id));
    }

    void order(List<Long> ids) {
        database.update(SqlFragment.of(
                """
                update customer_attribute a set position = o.position
                from unnest(?) with ordinality as o (id, position) where a.id = o.id
                """,
                ids));
    }

    void delete(long id) {
        database.update(SqlFragment.of("delete from customer_attribute where id = ?", id));
    }

    /** One pass over all customers with attributes, whatever their state. */
    Map<String, Long> uses() {
        Map<String, Long> uses = new TreeMap<>();
        database.list(
                SqlFragment.of(
                        """
                        select k.code, count(*) from customer c cross join lateral jsonb_object_keys(c.attributes) as k (code)
                        where c.attributes is not null group by k.code
                        """),
                row -> uses.put(row.getString(1), row.getLong(2)));
        return uses;
    }

    /** Customers with a value, whatever their state. */
    long uses(String code) {
        return database.first(
                        SqlFragment.of(
                                "select count(*) from customer where attributes is not null and attributes -> ? is not null",
                                code),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Found by the index of what attributes contain. */
    boolean isChosen(Attribute attribute, String choice) {
        String value = AttributeValues.column(
                Map.of(attribute.code(), attribute.type() == AttributeType.MULTI_CHOICE ? List.of(choice) : choice));
        return database.first(
                        SqlFragment.of("select 1 from customer where attributes @> ?::jsonb limit 1", value), row -> 1)
                .isPresent();
    }
}
