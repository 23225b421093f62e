package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import vn.sencrm.common.Page;
import vn.sencrm.customer.ExistingCustomer;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.duplicate.DuplicateGroup;

/** Duplicates in JSON, a public contract. Of customers that the caller may not see, only whose they are. */
final class DuplicateJson {

    private DuplicateJson() {}

    /** Customers that may be the one at hand, the strongest first. */
    static JsonArray candidates(Collection<ExistingCustomer> candidates) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        candidates.forEach(candidate -> array.add(candidate.toJson()));
        return array.build();
    }

    static String page(Page<DuplicateGroup> page) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        page.items().forEach(group -> items.add(group(group)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", page.total())
                .add("totalIsExact", page.totalIsExact())
                .add("next", text(page.next()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder group(DuplicateGroup group) {
        JsonArrayBuilder customers = JSON.createArrayBuilder();
        group.members().forEach(member -> customers.add(member(member)));
        JsonArrayBuilder pairs = JSON.createArrayBuilder();
        group.pairs()
                .forEach(pair -> pairs.add(JSON.createObjectBuilder()
                        .add("ids", JSON.createArrayBuilder().add(pair.one()).add(pair.other()))
                        .add("reasons", reasons(pair.reasons()))));
        return JSON.createObjectBuilder()
                .add("id", group.id())
                .add("strength", group.strength())
                .add("strong", group.isStrong())
                .add("reasons", reasons(group.reasons()))
                .add("size", group.size())
                .add("customers", customers)
                .add("pairs", pairs);
    }

    private static JsonObject member(DuplicateGroup.Member member) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        if (member.isVisible()) {
            json.add("id", member.id())
                    .add("code", member.code())
                    .add("name", member.name())
                    .add("kind", member.kind().name())
                    .add("stage", member.stage().name())
                    .add("phone", text(member.phone()))
                    .add("email", text(member.email()));
        }
        return json.add("owner", text(member.ownerName()))
                .add("reasons", reasons(member.reasons()))
                .build();
    }

    private static JsonArrayBuilder reasons(List<MatchReason> reasons) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        reasons.forEach(reason -> array.add(reason.name()));
        return array;
    }

    private static JsonValue text(String text) {
        return text == null ? JsonValue.NULL : JSON.createValue(text);
    }
}
