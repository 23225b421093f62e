package vn.sencrm.customer;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import vn.sencrm.common.RowCursor;

/** The columns of a {@link CustomerView} and how a row of them is read. */
final class CustomerViewSql {

    /** To be completed by a FROM that gives {@code customer c}; its two parameters are both the user's id. */
    static final String COLUMNS =
            """
            select c.id, c.version, c.code, c.kind, c.stage, c.name, c.phones, c.emails, c.websites, c.socials,
                   c.addresses, c.gender, c.birthday, c.citizen_id, c.tax_code, c.job_title, c.industry,
                   c.company_size, c.representative, c.members, c.is_supplier, c.notes, c.score, c.stars,
                   named.*, known.*,
                   (select json_agg(json_build_object('name', t.name, 'shared', t.owner_id is null)
                                    order by t.owner_id nulls first, t.name_fold)
                    from customer_tag ct join tag t on t.id = ct.tag_id
                    where ct.customer_id = c.id and (t.owner_id is null or t.owner_id = ?)) tags,
                   exists (select from customer_follow f where f.customer_id = c.id and f.user_id = ?) followed,
                   c.attributes, c.created_at, c.updated_at
            """;

    /**
     * What the references stand for. "offset 0" has each group planned alone: the search for an order of nine joins took
     * ten times as long as reading the page.
     */
    static final String JOINS =
            """
            cross join lateral (
                select s.code status_code, s.name_vi status_vi, s.name_en status_en, s.colour status_colour,
                       g.code category_code, g.name_vi category_vi, g.name_en category_en, g.colour category_colour,
                       q.code source_code, q.name_vi source_vi, q.name_en source_en, q.colour source_colour,
                       r.code tier_code, r.name_vi tier_vi, r.name_en tier_en, r.colour tier_colour
                from (select) one
                left join customer_status s on s.id = c.status_id
                left join customer_category g on g.id = c.category_id
                left join customer_source q on q.id = c.source_id
                left join customer_tier r on r.id = c.tier_id offset 0) named
            cross join lateral (
                select o.id owner_id, o.username owner_username, o.full_name owner_name,
                       w.id creator_id, w.username creator_username, w.full_name creator_name, m.name team_name,
                       a.id account_id, a.code account_code, a.name account_name
                from (select) one
                left join app_user o on o.id = c.owner_id
                left join app_user w on w.id = c.creator_id
                left join team m on m.id = c.team_id
                left join customer a on a.id = c.account_id offset 0) known
            """;

    private CustomerViewSql() {}

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
