package vn.sencrm.customer;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import vn.sencrm.common.Database;

/** The columns of a {@link CustomerView} and how a row of them is read. */
final class CustomerViewSql {

    /** To be completed by a FROM that gives {@code customer c}; its two parameters are both the user's id. */
    static final String COLUMNS =
            """
            select c.id, c.version, c.code, c.kind, c.stage, c.name, c.phones, c.emails, c.websites, c.socials,
                   c.addresses, c.gender, c.birthday, c.citizen_id, c.tax_code, c.job_title, c.industry,
                   c.company_size, c.representative, c.members, c.is_supplier, c.notes, c.attributes, c.score, c.stars,
                   c.created_at, c.updated_at, c.name_fold,
                   c.owner_id, c.creator_id, c.account_id, named.*, known.*,
                   (select json_agg(json_build_object('name', t.name, 'shared', t.owner_id is null)
                                    order by t.owner_id nulls first, t.name_fold)
                    from customer_tag ct join tag t on t.id = ct.tag_id
                    where ct.customer_id = c.id and (t.owner_id is null or t.owner_id = ?)) tags,
                   exists (select from customer_follow f where f.customer_id = c.id and f.user_id = ?) followed
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
                select o.username owner_username, o.full_name owner_name, w.username creator_username,
                       w.full_name creator_name, m.name team_name, a.code account_code, a.name account_name
                from (select) one
                left join app_user o on o.id = c.owner_id
                left join app_user w on w.id = c.creator_id
                left join team m on m.id = c.team_id
                left join customer a on a.id = c.account_id offset 0) known
            """;

    private static final String[] STATUS = option("status");
    private static final String[] CATEGORY = option("category");
    private static final String[] SOURCE = option("source");
    private static final String[] TIER = option("tier");
    private static final String[] OWNER = user("owner");
    private static final String[] CREATOR = user("creator");

    private CustomerViewSql() {}

    private static String[] option(String prefix) {
        return new String[] {prefix + "_code", prefix + "_vi", prefix + "_en", prefix + "_colour"};
    }

    private static String[] user(String prefix) {
        return new String[] {prefix + "_id", prefix + "_username", prefix + "_name"};
    }

    static CustomerView read(ResultSet row) throws SQLException {
        return new CustomerView(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("code"),
                CustomerKind.valueOf(row.getString("kind")),
                CustomerStage.valueOf(row.getString("stage")),
                row.getString("name"),
                list(row, "phones", LabelledValue::from),
                list(row, "emails", LabelledValue::from),
                list(row, "websites", LabelledValue::from),
                list(row, "socials", SocialAccount::from),
                list(row, "addresses", Address::from),
                gender(row),
                row.getObject("birthday", LocalDate.class),
                row.getString("citizen_id"),
                row.getString("tax_code"),
                row.getString("job_title"),
                row.getString("industry"),
                row.getString("company_size"),
                person(row),
                list(row, "members", Person::from),
                row.getBoolean("is_supplier"),
                row.getString("notes"),
                row.getInt("score"),
                row.getInt("stars"),
                option(row, STATUS),
                option(row, CATEGORY),
                option(row, SOURCE),
                option(row, TIER),
                user(row, OWNER),
                user(row, CREATOR),
                row.getString("team_name"),
                account(row),
                list(row, "tags", tag -> new CustomerView.TagRef(tag.getString("name"), tag.getBoolean("shared"))),
                row.getBoolean("followed"),
                CustomerJsonb.attributes(row.getString("attributes")),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"));
    }

    private static <T> List<T> list(ResultSet row, String column, Function<JsonObject, T> reader) throws SQLException {
        return CustomerJsonb.list(row.getString(column), reader);
    }

    private static Gender gender(ResultSet row) throws SQLException {
        String gender = row.getString("gender");
        return gender == null ? null : Gender.valueOf(gender);
    }

    private static Person person(ResultSet row) throws SQLException {
        String json = row.getString("representative");
        return json == null ? null : Person.from(CustomerJsonb.json(json).asJsonObject());
    }

    private static CustomerView.Option option(ResultSet row, String[] columns) throws SQLException {
        String code = row.getString(columns[0]);
        return code == null
                ? null
                : new CustomerView.Option(
                        code, row.getString(columns[1]), row.getString(columns[2]), row.getString(columns[3]));
    }

    private static CustomerView.UserRef user(ResultSet row, String[] columns) throws SQLException {
        Long id = Database.longOrNull(row, columns[0]);
        return id == null ? null : new CustomerView.UserRef(id, row.getString(columns[1]), row.getString(columns[2]));
    }

    private static CustomerView.AccountRef account(ResultSet row) throws SQLException {
        Long id = Database.longOrNull(row, "account_id");
        return id == null
                ? null
                : new CustomerView.AccountRef(id, row.getString("account_code"), row.getString("account_name"));
    }
}
