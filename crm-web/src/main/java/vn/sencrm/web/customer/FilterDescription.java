package vn.sencrm.web.customer;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.filter.FilterField;
import vn.sencrm.common.filter.FilterFields;
import vn.sencrm.common.filter.FilterOp;
import vn.sencrm.common.filter.FilterType;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.list.FilterChoices;
import vn.sencrm.web.shell.Texts;

/**
 * What the filter builder (filter.js) knows of the fields: how each is called, which operators fit, how a value is
 * given. Made from the filter language's own list, so a new field appears by itself.
 */
final class FilterDescription {

    private static final Set<FilterType> REFERENCES = Set.of(FilterType.REFERENCE, FilterType.USER, FilterType.TEAM);

    private final FilterFields fields;
    private final CustomerChoices choices;
    private final FilterChoices found;
    private final CustomerWords words;
    private final Texts texts;

    FilterDescription(
            FilterFields fields, CustomerChoices choices, FilterChoices found, CustomerWords words, Texts texts) {
        this.fields = fields;
        this.choices = choices;
        this.found = found;
        this.words = words;
        this.texts = texts;
    }

    JsonArrayBuilder toJson() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        fields.all().forEach(field -> all.add(describe(field)));
        return all;
    }

    private JsonObject describe(FilterField field) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", field.name())
                .add("label", words.field(field.name()))
                .add("type", field.type().name())
                .add("ops", ops(field))
                .add("choices", choices(field));
        if (REFERENCES.contains(field.type()) && found.isFound(field.name())) {
            json.add("found", true);
        }
        return json.build();
    }

    private JsonArrayBuilder ops(FilterField field) {
        JsonArrayBuilder ops = Json.createArrayBuilder();
        for (FilterOp op : field.type().ops()) {
            ops.add(Json.createArrayBuilder()
                    .add(op.code())
                    .add(texts.message("customer_filter.op." + key(field, op))));
        }
        return ops;
    }

    private static String key(FilterField field, FilterOp op) {
        boolean isTime = field.type() == FilterType.DATE
                || field.type() == FilterType.DATETIME
                || field.type() == FilterType.BIRTHDAY;
        boolean isCompared = op == FilterOp.LT || op == FilterOp.LE || op == FilterOp.GT || op == FilterOp.GE;
        return isCompared ? op.code() + (isTime ? ".date" : ".number") : op.code();
    }

    /** What may be chosen without typing: all values of a short list, or those that stand for somebody. */
    private JsonArrayBuilder choices(FilterField field) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        if (field.type() == FilterType.USER) {
            all.add(choice("$me", texts.message("customer_filter.me")));
        } else if (field.type() == FilterType.TEAM) {
            all.add(choice("$myTeams", texts.message("customer_filter.my_teams")));
        }
        field.codes().forEach(code -> all.add(choice(code, words.code(field.name(), code))));
        if (field.name().equals("address.province")) {
            choices.provinces().forEach(name -> all.add(choice(name, name)));
        }
        if (!found.isFound(field.name())) {
            listed(field)
                    .forEach(choice -> all.add(
                            choice(choice.code(), choice.name(texts.getLocale().getLanguage()))));
        }
        return all;
    }

    private List<CustomerChoices.Choice> listed(FilterField field) {
        return CustomerField.named(field.name()).map(choices::of).orElse(List.of());
    }

    private static JsonArrayBuilder choice(String value, String label) {
        return Json.createArrayBuilder().add(value).add(label);
    }
}
