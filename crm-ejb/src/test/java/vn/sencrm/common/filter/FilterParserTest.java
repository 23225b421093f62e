package vn.sencrm.common.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.common.filter.Filter.And;
import vn.sencrm.common.filter.Filter.Condition;
import vn.sencrm.common.filter.Filter.Not;
import vn.sencrm.common.filter.Filter.Or;

class FilterParserTest {

    private static final String TREE =
            """
            {"and":[
              {"or":[{"field":"status","op":"in","value":["NEW","Đang tư vấn"]},
                     {"field":"score","op":"between","value":[1,2.5]}]},
              {"not":{"field":"supplier","op":"eq","value":true}},
              {"field":"birthday","op":"empty"}]}""";

    @Test
    void aTreeIsReadAsItIsWritten() {
        assertThat(parse(TREE))
                .isEqualTo(new And(java.util.List.of(
                        new Or(java.util.List.of(
                                Condition.of("status", FilterOp.IN, "NEW", "Đang tư vấn"),
                                Condition.of("score", FilterOp.BETWEEN, BigDecimal.ONE, new BigDecimal("2.5")))),
                        new Not(Condition.of("supplier", FilterOp.EQ, true)),
                        Condition.of("birthday", FilterOp.EMPTY))));
    }

    @Test
    void whatIsWrittenOutIsReadBackEqual() {
        Filter filter = parse(TREE);
        assertThat(parse(filter.toJson())).isEqualTo(filter);
        String quotes = "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"\\\"';--\\\\ \\u0001 đ\"}";
        assertThat(parse(parse(quotes).toJson())).isEqualTo(parse(quotes));
        assertThat(parse(Filter.ALL.toJson())).isEqualTo(Filter.ALL);
    }

    @Test
    void theFieldsOfAFilterAreKnown() {
        assertThat(parse(TREE).fields()).containsExactly("status", "score", "supplier", "birthday");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "{\"and\":[]}"})
    void nothingAskedIsEveryRecord(String json) {
        assertThat(parse(json)).isEqualTo(Filter.ALL);
        assertThat(Filter.ALL.and(parse(TREE))).isEqualTo(parse(TREE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"field\":\"nome\",\"op\":\"eq\",\"value\":\"x\"} | /field | nome",
                "{\"and\":[{\"field\":\"name\",\"op\":\"contains\",\"value\":\"x\"},"
                        + "{\"not\":{\"field\":\"c.id; drop table customer\",\"op\":\"empty\"}}]}"
                        + " | /and/1/not/field | c.id; drop table customer",
            })
    void anUnknownFieldIsNamedWithItsPlace(String json, String path, String name) {
        FilterException refused = refused(json);
        assertThat(refused.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(refused.arguments()).containsExactly(name, path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "[] | ``",
                "7 | ``",
                "{ | ``",
                "{} | ``",
                "nothing | ``",
                "{\"and\":[],\"or\":[]} | ``",
                "{\"xor\":[]} | /xor",
                "{\"a/b~\":[]} | /a~1b~0",
                "{\"and\":{}} | /and",
                "{\"or\":[]} | /or",
                "{\"not\":[]} | /not",
                "{\"and\":[1]} | /and/0",
                "{\"field\":7,\"op\":\"eq\",\"value\":\"x\"} | /field",
                "{\"field\":\"name\",\"value\":\"x\"} | /op",
                "{\"field\":\"name\",\"op\":\"like\",\"value\":\"x\"} | /op",
                "{\"field\":\"name\",\"op\":\"EQ\",\"value\":\"x\"} | /op",
                "{\"field\":\"name\",\"op\":\"lt\",\"value\":\"x\"} | /op",
                "{\"field\":\"name\",\"op\":\"within\",\"value\":\"today\"} | /op",
                "{\"field\":\"kind\",\"op\":\"contains\",\"value\":\"S\"} | /op",
                "{\"field\":\"name\",\"op\":\"eq\"} | /value",
                "{\"field\":\"name\",\"op\":\"eq\",\"value\":null} | /value",
                "{\"field\":\"name\",\"op\":\"eq\",\"value\":[\"x\"]} | /value",
                "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"  \"} | /value",
                "{\"field\":\"name\",\"op\":\"contains\",\"value\":\" , \"} | /value",
                "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"x\",\"or\":1} | ``",
                "{\"field\":\"name\",\"op\":\"empty\",\"value\":\"x\"} | /value",
                "{\"field\":\"name\",\"op\":\"in\",\"value\":\"x\"} | /value",
                "{\"field\":\"name\",\"op\":\"in\",\"value\":[]} | /value",
                "{\"field\":\"name\",\"op\":\"in\",\"value\":[\"x\",{}]} | /value/1",
                "{\"field\":\"score\",\"op\":\"eq\",\"value\":\"many\"} | /value",
                "{\"field\":\"score\",\"op\":\"eq\",\"value\":true} | /value",
                "{\"field\":\"score\",\"op\":\"eq\",\"value\":1e999999999} | /value",
                "{\"field\":\"score\",\"op\":\"between\",\"value\":[1]} | /value",
                "{\"field\":\"score\",\"op\":\"between\",\"value\":[1,\"b\"]} | /value/1",
                "{\"field\":\"kind\",\"op\":\"in\",\"value\":[\"SHOP\",\"CAT\"]} | /value/1",
                "{\"field\":\"birthday\",\"op\":\"eq\",\"value\":\"31/02/2020\"} | /value",
                "{\"field\":\"birthday\",\"op\":\"within\",\"value\":\"P0D\"} | /value",
                "{\"field\":\"createdAt\",\"op\":\"within\",\"value\":\"P9999Y\"} | /value",
                "{\"field\":\"createdAt\",\"op\":\"within\",\"value\":\"someday\"} | /value",
                "{\"field\":\"createdAt\",\"op\":\"ge\",\"value\":\"2026-13-01T00:00:00Z\"} | /value",
                "{\"field\":\"createdAt\",\"op\":\"ge\",\"value\":\"+99999-01-01T00:00:00Z\"} | /value",
                "{\"field\":\"supplier\",\"op\":\"eq\",\"value\":\"maybe\"} | /value",
                "{\"field\":\"phones\",\"op\":\"eq\",\"value\":\"lan\"} | /value",
                "{\"field\":\"phones\",\"op\":\"contains\",\"value\":\"113\"} | /value",
                "{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"$myTeams\"} | /value",
                "{\"field\":\"team\",\"op\":\"eq\",\"value\":\"$me\"} | /value",
                "{\"field\":\"status\",\"op\":\"eq\",\"value\":\"$me\"} | /value",
            })
    void whatDoesNotFitIsRefusedWithItsPlace(String json, String path) {
        FilterException refused = refused(json);
        assertThat(refused.code()).isEqualTo("BAD_FILTER");
        assertThat(refused.path()).isEqualTo(path == null ? "" : path);
    }

    @Test
    void aTreeMayBeFiveDeep() {
        String condition = "{\"field\":\"name\",\"op\":\"notempty\"}";
        assertThat(parse(nested(5, condition)).fields()).containsExactly("name");
        assertThat(refused(nested(6, condition)).code()).isEqualTo("BAD_FILTER");
        assertThat(refused(nested(20_000, condition)).code()).isEqualTo("BAD_FILTER");
    }

    @Test
    void aFilterMayHaveFiftyConditions() {
        assertThat(parse(conditions(50))).isInstanceOf(Or.class);
        assertThat(refused(conditions(51)).path()).isEqualTo("/or/50");
    }

    @Test
    void aListMayHaveAThousandValues() {
        assertThat(parse(valuesOf(1_000))).isInstanceOf(Condition.class);
        assertThat(refused(valuesOf(1_001)).path()).isEqualTo("/value");
    }

    @Test
    void aTextOfAMegabyteIsNotEvenRead() {
        assertThat(refused("x".repeat(1_000_000)).path()).isEmpty();
    }

    private static String nested(int depth, String inner) {
        return "{\"not\":".repeat(depth) + inner + "}".repeat(depth);
    }

    private static String conditions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"field\":\"score\",\"op\":\"eq\",\"value\":" + i + "}")
                .collect(Collectors.joining(",", "{\"or\":[", "]}"));
    }

    private static String valuesOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"KH" + i + "\"")
                .collect(Collectors.joining(",", "{\"field\":\"code\",\"op\":\"in\",\"value\":[", "]}"));
    }

    private static Filter parse(String json) {
        return FilterParser.parse(json, TestFields.FIELDS);
    }

    private static FilterException refused(String json) {
        return catchThrowableOfType(FilterException.class, () -> parse(json));
    }
}
