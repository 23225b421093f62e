package vn.sencrm.common.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.common.filter.Filter.And;
import vn.sencrm.common.filter.Filter.Condition;
import vn.sencrm.common.filter.Filter.Not;
import vn.sencrm.common.filter.Filter.Or;

class FilterSentenceTest {

    private static final Filter EXAMPLE = new And(List.of(
            Condition.of("status", FilterOp.IN, "NEW", "CONSULTING"), Condition.of("tags", FilterOp.EQ, "VIP")));

    /** Labels of both languages; what has none is called by its name. */
    private record Labels(Locale locale) implements FilterLabels {

        private static final Map<String, String> VI = Map.of(
                "status",
                "Trạng thái",
                "tags",
                "Nhãn",
                "NEW",
                "Mới",
                "CONSULTING",
                "Đang tư vấn",
                "score",
                "Điểm",
                "createdAt",
                "Ngày tạo",
                "owner",
                "Người phụ trách",
                "birthday",
                "Ngày sinh",
                "name",
                "Tên");

        private static final Map<String, String> EN = Map.of(
                "status", "Status", "tags", "Tags", "NEW", "New", "CONSULTING", "In talks", "createdAt", "Created");

        @Override
        public String field(FilterField field) {
            return label(field.name());
        }

        @Override
        public String value(FilterField field, String value) {
            return label(value);
        }

        private String label(String name) {
            return (locale.getLanguage().equals("vi") ? VI : EN).getOrDefault(name, name);
        }
    }

    @Test
    void aFilterReadsAsASentenceInBothLanguages() {
        assertThat(vi(EXAMPLE)).isEqualTo("Trạng thái là Mới hoặc Đang tư vấn, và Nhãn có VIP");
        assertThat(en(EXAMPLE)).isEqualTo("Status is New or In talks, and Tags has VIP");
        assertThat(vi(Filter.ALL)).isEqualTo("Tất cả");
    }

    @Test
    void theServersOwnLocaleNeverComesIn() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(vi(Filter.ALL)).isEqualTo("Tất cả");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTreeInsideATreeStandsInParentheses() {
        Filter tree = new And(List.of(
                new Or(List.of(
                        Condition.of("score", FilterOp.GE, new BigDecimal("1000")),
                        Condition.of("owner", FilterOp.EMPTY))),
                new Not(EXAMPLE)));
        assertThat(vi(tree))
                .isEqualTo("(Điểm từ 1.000 trở lên, hoặc Người phụ trách chưa có), và không phải: "
                        + "Trạng thái là Mới hoặc Đang tư vấn, và Nhãn có VIP");
    }

    @Test
    void whereANegatedTreeEndsIsSaid() {
        Filter tree = new And(List.of(new Not(EXAMPLE), Condition.of("owner", FilterOp.EMPTY)));
        assertThat(vi(tree))
                .isEqualTo("(không phải: Trạng thái là Mới hoặc Đang tư vấn, và Nhãn có VIP), "
                        + "và Người phụ trách chưa có");
    }

    @Test
    void periodsAndDatesAreInTheUsersWords() {
        assertThat(vi(Condition.of("createdAt", FilterOp.WITHIN, "P-7D"))).isEqualTo("Ngày tạo trong 7 ngày qua");
        assertThat(vi(Condition.of("createdAt", FilterOp.WITHIN, "today"))).isEqualTo("Ngày tạo là hôm nay");
        assertThat(vi(Condition.of("birthday", FilterOp.WITHIN, "nextMonth"))).isEqualTo("Ngày sinh trong tháng sau");
        assertThat(en(Condition.of("createdAt", FilterOp.WITHIN, "P-1D"))).isEqualTo("Created is in the last day");
        assertThat(en(Condition.of("createdAt", FilterOp.WITHIN, "P30D"))).isEqualTo("Created is in the next 30 days");
        assertThat(vi(Condition.of("createdAt", FilterOp.BETWEEN, "2026-01-05", "2026-02-06T10:30:00+07:00")))
                .isEqualTo("Ngày tạo từ 05/01/2026 đến 06/02/2026 10:30");
        assertThat(vi(Condition.of("createdAt", FilterOp.LT, "2026-01-05"))).isEqualTo("Ngày tạo trước 05/01/2026");
    }

    @Test
    void whoLooksIsCalledMe() {
        assertThat(vi(Condition.of("owner", FilterOp.IN, "$me", "lan"))).isEqualTo("Người phụ trách là tôi hoặc lan");
        assertThat(en(Condition.of("team", FilterOp.EQ, "$myTeams"))).isEqualTo("team is my teams");
    }

    @Test
    void typedTextIsQuotedAndItsBracesAreNoPattern() {
        assertThat(vi(Condition.of("name", FilterOp.CONTAINS, "{0} 'x'"))).isEqualTo("Tên chứa “{0} 'x'”");
    }

    @Test
    void aLongListIsCutWithItsCount() {
        Object[] codes = IntStream.range(0, 25).mapToObj(i -> "T" + i).toArray();
        assertThat(vi(Condition.of("tags", FilterOp.NIN, codes)))
                .startsWith("Nhãn không có T0 hoặc T1")
                .endsWith("T9 hoặc 15 giá trị khác");
    }

    @Test
    void yesAndNoAreSaidOfTruths() {
        assertThat(vi(Condition.of("followed", FilterOp.EQ, true))).isEqualTo("followed: có");
        assertThat(vi(Condition.of("followed", FilterOp.NE, true))).isEqualTo("followed: không");
    }

    @ParameterizedTest
    @EnumSource(FilterType.class)
    void everyOperatorOfEveryTypeHasItsWords(FilterType type) {
        FilterField field = TestFields.FIELDS.all().stream()
                .filter(each -> each.type() == type)
                .findFirst()
                .orElseThrow();
        for (FilterOp op : type.ops()) {
            assertThat(en(new Condition(field.name(), op, values(field, op))))
                    .startsWith(new Labels(Locale.ENGLISH).field(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_en"})
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String suffix) throws Exception {
        Properties base = bundle("");
        Properties other = bundle(suffix);
        assertThat(other.stringPropertyNames()).isEqualTo(base.stringPropertyNames());
        for (String key : base.stringPropertyNames()) {
            for (String place : List.of("{0", "{1", "{2")) {
                assertThat(other.getProperty(key).contains(place))
                        .as(key)
                        .isEqualTo(base.getProperty(key).contains(place));
            }
        }
        assertThat(bundle("_vi")).isEmpty();
    }

    private static List<Object> values(FilterField field, FilterOp op) {
        Object value = op == FilterOp.WITHIN
                ? "thisQuarter"
                : switch (field.type()) {
                    case NUMBER -> BigDecimal.ONE;
                    case DATE, BIRTHDAY, DATETIME -> "2026-01-01";
                    case BOOLEAN -> true;
                    case CODE -> field.codes().get(0);
                    default -> "0912345678";
                };
        return switch (op.arity()) {
            case NONE -> List.of();
            case ONE -> List.of(value);
            default -> List.of(value, value);
        };
    }

    private static Properties bundle(String suffix) throws Exception {
        Properties properties = new Properties();
        try (var in = FilterSentence.class.getResourceAsStream("filter" + suffix + ".properties")) {
            properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static String vi(Filter filter) {
        return FilterSentence.of(filter, TestFields.FIELDS, new Labels(Locale.forLanguageTag("vi")));
    }

    private static String en(Filter filter) {
        return FilterSentence.of(filter, TestFields.FIELDS, new Labels(Locale.ENGLISH));
    }
}
