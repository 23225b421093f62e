package vn.sencrm.customer;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import vn.sencrm.common.RowCursor;
import vn.sencrm.common.SqlFragment;

/**
 * Customers with the names of what they refer to, in one statement that is planned once per connection: each of its
 * tables is read by key, most values once for all rows.
 */
final class CustomerViewSql {

    private static final String SELECT =
            """
            select c.id, c.version, c.code, c.kind, c.stage, c.name, c.phones, c.emails, c.websites, c.socials,
                   c.addresses, c.gender, c.birthday, c.citizen_id, c.tax_code, c.job_title, c.industry,
                   c.company_size, c.representative, c.members, c.is_supplier, c.notes, c.score, c.stars,
                   s.code, s.name_vi, s.name_en, s.colour, g.code, g.name_vi, g.name_en, g.colour,
                   q.code, q.name_vi, q.name_en, q.colour, r.code, r.name_vi, r.name_en, r.colour,
                   o.id, o.username, o.full_name, w.id, w.username, w.full_name, m.name, a.id, a.code, a.name,
                   tagged.tags, exists (select from customer_follow f where f.customer_id = c.id and f.user_id = ?),
                   c.attributes, c.created_at, c.updated_at
            from customer c
            left join customer_status s on s.id = c.status_id
            left join customer_category g on g.id = c.category_id
            left join customer_source q on q.id = c.source_id
            left join customer_tier r on r.id = c.tier_id
            left join app_user o on o.id = c.owner_id
            left join app_user w on w.id = c.creator_id
            left join team m on m.id = c.team_id
            left join customer a on a.id = c.account_id
            left join (
                select ct.customer_id,
                       json_agg(json_build_object('name', t.name, 'shared', t.owner_id is null)
                                order by t.owner_id nulls first, t.name_fold) tags
                from customer_tag ct join tag t on t.id = ct.tag_id
                where ct.customer_id = %1$s and (t.owner_id is null or t.owner_id = ?)
                group by ct.customer_id) tagged on tagged.customer_id = c.id
            where c.id = %1$s and c.state = 'ACTIVE'
            """;

    private static final String BY_IDS = SELECT.formatted("any(?)");

    /** PostgreSQL keeps no plan for an array of one, which could be more. */
    private static final String BY_ID = SELECT.formatted("?");

    private CustomerViewSql() {}

    /** The live ones of these customers, with the tags that a user sees; more conditions on {@code c} may follow. */
    static SqlFragment byIds(long user, List<Long> ids) {
        return SqlFragment.of(BY_IDS, user, ids, user, ids);
    }

    static SqlFragment byId(long user, long id) {
        return SqlFragment.of(BY_ID, user, id, user, id);
    }

    /** In the order of the columns, which is that of {@link CustomerView}. */
    static CustomerView read(ResultSet result) throws SQLException {
        RowCursor row = new RowCursor(result);
        return new CustomerView(
                row.number(),
                row.integer(),
                row.text(),
                CustomerKind.valueOf(row.text()),
                CustomerStage.valueOf(row.text()),
                row.text(),
                list(row, LabelledValue::from),
                list(row, LabelledValue::from),
                list(row, LabelledValue::from),
                list(row, SocialAccount::from),
                list(row, Address::from),
                gender(row.text()),
                row.date(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                person(row.text()),
                list(row, Person::from),
                row.flag(),
                row.text(),
                row.integer(),
                row.integer(),
                option(row),
                option(row),
                option(row),
                option(row),
                user(row),
                user(row),
                row.text(),
                account(row),
                list(row, tag -> new CustomerView.TagRef(tag.getString("name"), tag.getBoolean("shared"))),
                row.flag(),
                CustomerJsonb.attributes(row.text()),
                row.instant(),
                row.instant());
    }

    private static <T> List<T> list(RowCursor row, Function<JsonObject, T> reader) throws SQLException {
        return CustomerJsonb.list(row.text(), reader);
    }

    private static Gender gender(String gender) {
        return gender == null ? null : Gender.valueOf(gender);
    }

    private static Person person(String json) {
        return json == null ? null : Person.from(CustomerJsonb.json(json).asJsonObject());
    }

    private static CustomerView.Option option(RowCursor row) throws SQLException {
        CustomerView.Option option = new CustomerView.Option(row.text(), row.text(), row.text(), row.text());
        return option.code() == null ? null : option;
    }

    private static CustomerView.UserRef user(RowCursor row) throws SQLException {
        Long id = row.numberOrNull();
        String username = row.text();
        String name = row.text();
        return id == null ? null : new CustomerView.UserRef(id, username, name);
    }

    private static CustomerView.AccountRef account(RowCursor row) throws SQLException {
        Long id = row.numberOrNull();
        String code = row.text();
        String name = row.text();
        return id == null ? null : new CustomerView.AccountRef(id, code, name);
    }
}
