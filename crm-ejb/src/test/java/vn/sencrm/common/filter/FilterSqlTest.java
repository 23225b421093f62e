package vn.sencrm.common.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.filter.Filter.Condition;

class FilterSqlTest {

    private static final String TODAY = "2026-05-20";

    @Test
    void partsAreJoinedAndNegationIsTwoValued() {
        assertThat(sql("{\"and\":[{\"field\":\"score\",\"op\":\"ge\",\"value\":5},"
                        + "{\"or\":[{\"field\":\"kind\",\"op\":\"eq\",\"value\":\"shop\"},"
                        + "{\"not\":{\"field\":\"supplier\",\"op\":\"eq\",\"value\":true}}]}]}"))
                .isEqualTo(
                        SqlFragment.of("(c.score >= ? and (c.kind = ? or ((c.is_supplier) is not true)))", 5L, "SHOP"));
        assertThat(where(Filter.ALL)).isEqualTo(SqlFragment.TRUE);
    }

    @Test
    void aReferenceIsLookedUpOncePerQuery() {
        assertThat(where("status", FilterOp.IN, "new", "Mới"))
                .isEqualTo(SqlFragment.of(
                        "c.status_id = any(array(select id from customer_status"
                                + " where upper(code) = any(?) or name_vi = any(?)))",
                        List.of("NEW", "MỚI"),
                        List.of("new", "Mới")));
    }

    @Test
    void neAndNinMatchWhereNoValueDoes() {
        assertThat(where("status", FilterOp.NE, "NEW").sql())
                .startsWith("((c.status_id = any(")
                .endsWith(" is not true)");
        assertThat(where("tags", FilterOp.NIN, "VIP"))
                .isEqualTo(SqlFragment.of(
                        "not (exists (select 1 from customer_tag t where t.customer_id = c.id and t.tag_id ="
                                + " any(array(select id from tag where name_fold = any(?)"
                                + " and coalesce(owner_id, ?) = ?))))",
                        List.of("vip"),
                        7L,
                        7L));
    }

    @Test
    void meAndMyTeamsAreThoseOfWhoLooks() {
        assertThat(where("owner", FilterOp.EQ, "$me")).isEqualTo(SqlFragment.of("c.owner_id = ?", 7L));
        assertThat(where("owner", FilterOp.IN, "$me", "Lan").sql())
                .isEqualTo("(c.owner_id = ? or c.owner_id = any(array("
                        + "select id from app_user where lower(username) = any(?))))");
        assertThat(where("team", FilterOp.EQ, "$myTeams"))
                .isEqualTo(SqlFragment.of("c.team_id = any(cast(? as bigint[]))", List.of(3L, 4L)));
        assertThat(where("followed", FilterOp.EQ, true).parameters()).containsExactly(7L);
        assertThat(where("followed", FilterOp.EQ, false).sql()).startsWith("not (exists");
    }

    @Test
    void textIsFoundFoldedWordByWord() {
        assertThat(where("name", FilterOp.CONTAINS, "Đức  Nguyễn"))
                .isEqualTo(SqlFragment.of("(c.name_fold like ? and c.name_fold like ?)", "%duc%", "%nguyen%"));
        assertThat(where("name", FilterOp.CONTAINS, "quy"))
                .isEqualTo(SqlFragment.of(
                        "((c.name_fold like ? or c.name_fold like ?) or c.name_fold like ?)",
                        "%quy%",
                        "%qui",
                        "%qui %"));
        assertThat(where("name", FilterOp.CONTAINS, "an").parameters()).containsExactly("an%", "% an%");
        assertThat(where("name", FilterOp.STARTS, "Trần Quý").parameters())
                .containsExactly("tran quy%", "tran qui", "tran qui %");
        assertThat(where("name", FilterOp.STARTS, "Kỳ Anh")).isEqualTo(SqlFragment.of("c.name_fold like ?", "ki anh%"));
        assertThat(where("name", FilterOp.EQ, "Lý")).isEqualTo(SqlFragment.of("c.name_fold = ?", "li"));
        assertThat(where("name", FilterOp.IN, "Lý", "lí", "Huy"))
                .isEqualTo(SqlFragment.of("c.name_fold = any(?)", List.of("li", "huy")));
    }

    @Test
    void wildcardsOfAValueStandForThemselves() {
        assertThat(where("name", FilterOp.CONTAINS, "50%_\\").parameters()).containsExactly("%50\\%\\_\\\\%");
        assertThat(where("code", FilterOp.STARTS, "kh_1%").parameters()).containsExactly("KH\\_1\\%%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912 345 678", "+84 912.345.678", "84912345678", "912345678", "Lan: 0912345678"})
    void aPhoneIsComparedByKeyInAnyWrittenForm(String typed) {
        SqlFragment where = where("phones", FilterOp.EQ, typed);
        assertThat(where.sql()).endsWith("and k.key = ?)");
        assertThat(where.parameters()).containsExactly("+84912345678");
    }

    @Test
    void partOfAPhoneIsFoundWhereverItStands() {
        assertThat(where("phones", FilterOp.CONTAINS, "5 678").parameters()).containsExactly("%5678%");
        assertThat(where("phones", FilterOp.CONTAINS, "0912 3").parameters()).containsExactly("%09123%", "+849123%");
        assertThat(where("phones", FilterOp.STARTS, "0912").parameters()).containsExactly("+84912%");
        assertThat(where("phones", FilterOp.EQ, "1900 1234").sql()).contains("and false)");
    }

    @Test
    void anEmailIsComparedByKey() {
        assertThat(where("emails", FilterOp.EQ, "Lan@Example.COM").parameters()).containsExactly("lan@example.com");
        assertThat(where("emails", FilterOp.CONTAINS, "@Example").parameters()).containsExactly("%@example%");
    }

    @Test
    void wholeNumbersAreIntegersForTheIndex() {
        assertThat(where("score", FilterOp.EQ, new BigDecimal("5.0"))).isEqualTo(SqlFragment.of("c.score = ?", 5L));
        assertThat(where("score", FilterOp.GT, new BigDecimal("2.5")))
                .isEqualTo(SqlFragment.of("c.score > ?", new BigDecimal("2.5")));
        assertThat(where("score", FilterOp.IN, "1", new BigDecimal("2.5")))
                .isEqualTo(SqlFragment.of("c.score = any(cast(? as numeric[]))", List.of("1", "2.5")));
        assertThat(where("score", FilterOp.BETWEEN, BigDecimal.ZERO, BigDecimal.TEN))
                .isEqualTo(SqlFragment.of("(c.score >= ? and c.score <= ?)", 0L, 10L));
    }

    @Test
    void aDateOfAMomentIsThatDayInTheCompanysZone() {
        Instant start = Instant.parse("2026-05-09T17:00:00Z");
        Instant end = Instant.parse("2026-05-10T17:00:00Z");
        assertThat(where("createdAt", FilterOp.EQ, "10/05/2026"))
                .isEqualTo(SqlFragment.of("(c.created_at >= ? and c.created_at < ?)", start, end));
        assertThat(where("createdAt", FilterOp.LE, "2026-05-10")).isEqualTo(SqlFragment.of("c.created_at < ?", end));
        assertThat(where("createdAt", FilterOp.GT, "2026-05-10")).isEqualTo(SqlFragment.of("c.created_at >= ?", end));
        assertThat(where("createdAt", FilterOp.LT, "2026-05-10")).isEqualTo(SqlFragment.of("c.created_at < ?", start));
        assertThat(where("createdAt", FilterOp.GE, "2026-05-10T00:00:00+07:00"))
                .isEqualTo(SqlFragment.of("c.created_at >= ?", start));
        assertThat(where("createdAt", FilterOp.GE, "2026-05-10T00:00:00"))
                .isEqualTo(SqlFragment.of("c.created_at >= ?", start));
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-05-20, 2026-05-20",
        "yesterday, 2026-05-19, 2026-05-19",
        "tomorrow, 2026-05-21, 2026-05-21",
        "P-7D, 2026-05-14, 2026-05-20",
        "P30D, 2026-05-20, 2026-06-18",
        "P-2W, 2026-05-07, 2026-05-20",
        "P1M, 2026-05-20, 2026-06-19",
        "P-1Y, 2025-05-21, 2026-05-20",
        "thisWeek, 2026-05-18, 2026-05-24",
        "lastWeek, 2026-05-11, 2026-05-17",
        "nextWeek, 2026-05-25, 2026-05-31",
        "thisMonth, 2026-05-01, 2026-05-31",
        "lastMonth, 2026-04-01, 2026-04-30",
        "nextMonth, 2026-06-01, 2026-06-30",
        "thisQuarter, 2026-04-01, 2026-06-30",
        "lastQuarter, 2026-01-01, 2026-03-31",
        "nextQuarter, 2026-07-01, 2026-09-30",
        "thisYear, 2026-01-01, 2026-12-31",
        "lastYear, 2025-01-01, 2025-12-31",
        "nextYear, 2027-01-01, 2027-12-31",
    })
    void aRelativePeriodIsInWholeDays(String period, LocalDate first, LocalDate last) {
        assertThat(where("attr.since", FilterOp.WITHIN, period))
                .isEqualTo(SqlFragment.of(
                        "(cast(c.attributes ->> ? as date) >= ? and cast(c.attributes ->> ? as date) <= ?)",
                        "since",
                        first,
                        "since",
                        last));
        assertThat(where("createdAt", FilterOp.WITHIN, period).parameters())
                .containsExactly(
                        first.atStartOfDay(TestFields.ZONE).toInstant(),
                        last.plusDays(1).atStartOfDay(TestFields.ZONE).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-20, today, 520, 520, 1",
        "2026-05-20, P30D, 520, 618, 30",
        "2026-12-20, P30D, 1220, 118, 30",
        "2026-12-31, P-1M, 1201, 1231, 31",
        "2027-01-03, P-7D, 1228, 103, 7",
        "2026-02-28, today, 228, 229, 2",
        "2028-02-28, today, 228, 228, 1",
        "2028-02-29, today, 229, 229, 1",
        "2026-03-01, today, 301, 301, 1",
        "2026-02-10, thisMonth, 201, 229, 29",
    })
    void birthdaysWithinAPeriodAreComparedByDayAndMonth(String today, String period, int first, int last, int days) {
        SqlFragment where = where(Condition.of("birthday", FilterOp.WITHIN, period), today);
        assertThat(where.sql())
                .isEqualTo("cast(extract(month from c.birthday) * 100 + extract(day from c.birthday) as integer)"
                        + " = any(cast(? as integer[]))");
        List<?> sought = (List<?>) where.parameters().get(0);
        assertThat(sought).hasSize(days);
        assertThat(sought.get(0)).isEqualTo(first);
        assertThat(sought.get(days - 1)).isEqualTo(last);
    }

    @Test
    void aWholeYearHoldsEveryBirthday() {
        assertThat(where("birthday", FilterOp.WITHIN, "thisYear")).isEqualTo(SqlFragment.of("c.birthday is not null"));
        assertThat(where("birthday", FilterOp.WITHIN, "P400D")).isEqualTo(SqlFragment.of("c.birthday is not null"));
        assertThat(where("birthday", FilterOp.EQ, "1990-05-20"))
                .isEqualTo(SqlFragment.of("c.birthday = ?", LocalDate.of(1990, 5, 20)));
    }

    @Test
    void emptyMeansNoValue() {
        assertThat(where("status", FilterOp.EMPTY).sql()).isEqualTo("c.status_id is null");
        assertThat(where("code", FilterOp.EMPTY).sql()).isEqualTo("((upper(c.code) <> '') is not true)");
        assertThat(where("phones", FilterOp.EMPTY).sql()).isEqualTo("((c.phones is not null) is not true)");
        assertThat(where("tags", FilterOp.EMPTY).sql())
                .isEqualTo("not (exists (select 1 from customer_tag t where t.customer_id = c.id and true))");
        assertThat(where("tags", FilterOp.NOTEMPTY).sql()).startsWith("exists (");
        assertThat(where("birthday", FilterOp.NOTEMPTY).sql()).isEqualTo("c.birthday is not null");
    }

    @Test
    void equalityWithAMemberOfADocumentIsContainment() {
        assertThat(where("attr.size", FilterOp.EQ, new BigDecimal("12.50")))
                .isEqualTo(SqlFragment.of("c.attributes @> cast(? as jsonb)", "{\"size\":12.50}"));
        assertThat(where("attr.vat", FilterOp.EQ, false))
                .isEqualTo(SqlFragment.of("c.attributes @> cast(? as jsonb)", "{\"vat\":false}"));
        assertThat(where("attr.goods", FilterOp.IN, "rice", "TEA"))
                .isEqualTo(SqlFragment.of(
                        "(c.attributes @> cast(? as jsonb) or c.attributes @> cast(? as jsonb))",
                        "{\"goods\":[\"RICE\"]}",
                        "{\"goods\":[\"TEA\"]}"));
        assertThat(where("attr.goods", FilterOp.NE, "RICE").sql())
                .isEqualTo("((c.attributes @> cast(? as jsonb)) is not true)");
        assertThat(where("attr.size", FilterOp.GT, BigDecimal.TEN).sql())
                .isEqualTo("(c.attributes -> 'size')::numeric > ?");
    }

    @Test
    void oneOfAnArrayOfReferencesIsContainment() {
        assertThat(where("places", FilterOp.EQ, "79"))
                .isEqualTo(SqlFragment.of(
                        "exists (select from (select code from location where code = any(?)) found (value)"
                                + " where c.places @> to_jsonb(found.value))",
                        List.of("79")));
    }

    @Test
    void parametersStandInTheOrderOfTheirPlaces() {
        assertThat(where("attr.colour", FilterOp.IN, "đỏ", "Xanh"))
                .isEqualTo(SqlFragment.of(
                        "exists (select 1 from jsonb_array_elements_text(c.attributes -> ?) v(one)"
                                + " where v.one = any(cast(? as text[])) and true = ?)",
                        "colour",
                        List.of("Đỏ", "Xanh"),
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x' or '1'='1", "'; drop table customer; --", "?) or true --", "{}", "$1", "\\'", "a\"b", ":me"})
    void whatAUserTypedIsNeverPartOfTheSql(String typed) {
        for (String field : List.of("name", "code", "status", "owner", "team", "tags", "emails")) {
            SqlFragment harmless = where(field, FilterOp.EQ, "x");
            SqlFragment where = where(field, FilterOp.EQ, typed);
            assertThat(where.sql()).isEqualTo(harmless.sql());
            assertThat(where.parameters()).hasSameSizeAs(harmless.parameters());
            assertThat(where.sql().chars().filter(c -> c == '?').count())
                    .isEqualTo(where.parameters().size());
        }
    }

    private static SqlFragment sql(String json) {
        return where(FilterParser.parse(json, TestFields.FIELDS));
    }

    private static SqlFragment where(String field, FilterOp op, Object... values) {
        return where(Condition.of(field, op, values));
    }

    private static SqlFragment where(Filter filter) {
        return where(filter, TODAY);
    }

    private static SqlFragment where(Filter filter, String today) {
        return FilterSql.where(filter, TestFields.FIELDS, TestFields.on(today));
    }
}
