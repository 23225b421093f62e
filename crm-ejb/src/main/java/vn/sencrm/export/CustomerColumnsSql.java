package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CellTexts;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributesSql;
import vn.sencrm.identity.Account;

/**
 * What a file of customers may have columns of, and the text of each as the import reads it. Texts of one value, as
 * most are, are taken out of a list without walking through it.
 */
@ApplicationScoped
class CustomerColumnsSql {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** Phones, e-mails, websites: {@code 0912 345 678 [nhà]; 024 3825 1234}. */
    private static final String LABELLED =
            """
            case when c.%1$s is null then null
                 when jsonb_array_length(c.%1$s) = 1 and c.%1$s -> 0 -> 'label' is null then c.%1$s -> 0 ->> 'value'
                 else (select string_agg(concat(e ->> 'value', ' [' || (e ->> 'label') || ']'), '%2$s' order by n)
                       from jsonb_array_elements(c.%1$s) with ordinality as l (e, n)) end
            """;

    /** One part of every address; nothing where no address has it. */
    private static final String ADDRESSES =
            """
            case when c.addresses is null then null
                 when jsonb_array_length(c.addresses) = 1 then %1$s
                 else (select case when count(%2$s) > 0 then string_agg(coalesce(%2$s, ''), '%3$s' order by n) end
                       from jsonb_array_elements(c.addresses) with ordinality as l (e, n)) end
            """;

    private static final String SOCIALS =
            """
            case when c.socials is not null
                 then (select string_agg(concat(e ->> 'network', ': ', e ->> 'id'), '%s' order by n)
                       from jsonb_array_elements(c.socials) with ordinality as l (e, n)) end
            """
                    .formatted(CellTexts.SEPARATOR);

    private static final String MEMBERS =
            """
            case when c.members is not null
                 then (select string_agg(concat_ws(' ', e ->> 'name', '(' || (e ->> 'relation') || ')', e ->> 'phone'),
                                         '%s' order by n)
                       from jsonb_array_elements(c.members) with ordinality as l (e, n)) end
            """
                    .formatted(CellTexts.SEPARATOR);

    private static final String TAGS =
            """
            (select string_agg(t.name, '%s' order by t.name_fold)
             from customer_tag ct join tag t on t.id = ct.tag_id
             where ct.customer_id = c.id and (t.owner_id is null or t.owner_id = :user))
            """
                    .formatted(CellTexts.SEPARATOR);

    @Inject
    ChoiceWordsSql choices;

    @Inject
    AttributesSql attributes;

    @Inject
    Clock clock;

    /**
     * A column.
     *
     * @param value a text, of {@code customer c}
     * @param word what is written for it; never asked for null
     */
    record Column(SqlFragment value, UnaryOperator<String> word) {}

    /** All columns by name, as somebody who reads a language sees them. */
    Map<String, Column> all(Account user, String language) {
        Map<String, Column> all = new LinkedHashMap<>();
        values(all);
        lists(all, user, language);
        words(all, language);
        moments(all);
        attributes.load().live().stream()
                .filter(attribute -> !attribute.type().isFile())
                .forEach(attribute -> all.put(attribute.filterName(), attribute(attribute, language)));
        return all;
    }

    private static void values(Map<String, Column> all) {
        add(all, "code", "c.code");
        add(all, "name", "c.name");
        add(all, "taxCode", "c.tax_code");
        add(all, "citizenId", "c.citizen_id");
        add(all, "jobTitle", "c.job_title");
        add(all, "industry", "c.industry");
        add(all, "companySize", "c.company_size");
        add(all, "notes", "c.notes");
        add(all, "score", "c.score");
        add(all, "stars", "c.stars");
        add(all, "account", "(select a.code from customer a where a.id = c.account_id)");
        add(all, "accountName", "(select a.name from customer a where a.id = c.account_id)");
        add(all, "representative.name", "c.representative ->> 'name'");
        add(all, "representative.relation", "c.representative ->> 'relation'");
        add(all, "representative.phone", "c.representative ->> 'phone'");
    }

    private static void lists(Map<String, Column> all, Account user, String language) {
        for (String list : List.of("phones", "emails", "websites")) {
            add(all, list, LABELLED.formatted(list, CellTexts.SEPARATOR));
        }
        for (String part : List.of("street", "commune", "province", "note")) {
            address(all, part, "c.addresses -> 0 ->> '" + part + "'", "e ->> '" + part + "'");
        }
        address(
                all,
                CellTexts.POSITION,
                "(c.addresses -> 0 ->> 'lat') || ', ' || (c.addresses -> 0 ->> 'lon')",
                "(e ->> 'lat') || ', ' || (e ->> 'lon')");
        add(all, "social." + CellTexts.ALL_NETWORKS, SOCIALS);
        add(all, "members", MEMBERS);
        all.put("tags", new Column(NamedSql.of(TAGS, "user", user.id()), UnaryOperator.identity()));
        all.put(
                "followed",
                flag(
                        NamedSql.of(
                                "exists (select from customer_follow f where f.customer_id = c.id and f.user_id = :user)",
                                "user",
                                user.id()),
                        language));
    }

    private static void address(Map<String, Column> all, String part, String only, String each) {
        add(all, "address." + part, ADDRESSES.formatted(only, each, CellTexts.NEXT_ADDRESS));
    }

    private void words(Map<String, Column> all, String language) {
        constant(all, CustomerField.KIND, "c.kind", language);
        constant(all, CustomerField.STAGE, "c.stage", language);
        constant(all, CustomerField.GENDER, "c.gender", language);
        all.put("supplier", flag(SqlFragment.of("c.is_supplier"), language));
        Map<String, Map<String, String>> words = choices.load(language);
        choice(all, words, "status", "c.status_id");
        choice(all, words, "category", "c.category_id");
        choice(all, words, "source", "c.source_id");
        choice(all, words, "tier", "c.tier_id");
        choice(all, words, "owner", "c.owner_id");
        choice(all, words, "team", "c.team_id");
        all.put("creator", new Column(SqlFragment.of("c.creator_id"), id -> words.get("owner")
                .getOrDefault(id, "")));
    }

    private static void constant(Map<String, Column> all, CustomerField field, String value, String language) {
        all.put(
                field.jsonName(),
                new Column(SqlFragment.of(value), constant -> ExportWords.constant(field, constant, language)));
    }

    private static void choice(
            Map<String, Column> all, Map<String, Map<String, String>> words, String field, String value) {
        Map<String, String> byId = words.getOrDefault(field, Map.of());
        all.put(field, new Column(SqlFragment.of(value), id -> byId.getOrDefault(id, "")));
    }

    /** No is nothing: most are not, and a column of No says less than one of gaps. */
    private static Column flag(SqlFragment value, String language) {
        return new Column(value, flag -> flag.equals("t") ? ExportWords.yesNo(true, language) : "");
    }

    private void moments(Map<String, Column> all) {
        all.put("birthday", new Column(SqlFragment.of("c.birthday"), CustomerColumnsSql::date));
        for (Map.Entry<String, String> moment :
                Map.of("createdAt", "c.created_at", "updatedAt", "c.updated_at").entrySet()) {
            all.put(
                    moment.getKey(),
                    new Column(
                            SqlFragment.of(
                                    "to_char(" + moment.getValue()
                                            + " at time zone cast(? as text), 'DD/MM/YYYY HH24:MI')",
                                    clock.getZone().getId()),
                            UnaryOperator.identity()));
        }
    }

    private static String date(String iso) {
        return DATE.format(LocalDate.parse(iso));
    }

    private static Column attribute(Attribute attribute, String language) {
        String code = attribute.code();
        return switch (attribute.type()) {
            case MULTI_CHOICE ->
                new Column(
                        SqlFragment.of(
                                """
                                (select string_agg(e, chr(10) order by n)
                                 from jsonb_array_elements_text(case jsonb_typeof(c.attributes -> cast(? as text))
                                                                when 'array' then c.attributes -> cast(? as text) end)
                                      with ordinality as l (e, n))
                                """,
                                code,
                                code),
                        codes -> ExportWords.choices(attribute, codes, language));
            case CHOICE -> text(code, choice -> ExportWords.choice(attribute, choice, language));
            case YES_NO -> text(code, flag -> ExportWords.yesNo(flag.equals("true"), language));
            case DATE -> text(code, value -> value.matches("\\d{4}-\\d\\d-\\d\\d") ? date(value) : value);
            default -> text(code, UnaryOperator.identity());
        };
    }

    private static Column text(String code, UnaryOperator<String> word) {
        return new Column(SqlFragment.of("c.attributes ->> cast(? as text)", code), word);
    }

    private static void add(Map<String, Column> all, String name, String value) {
        all.put(name, new Column(SqlFragment.of(value), UnaryOperator.identity()));
    }
}
