package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import vn.sencrm.customer.access.AccessExplanation;
import vn.sencrm.customer.access.AccessWay;
import vn.sencrm.customer.share.CustomerShare;
import vn.sencrm.web.access.AccessWords;

/** Shares and the answers to "why can or can't I see this?" as the API tells them. */
final class AccessJson {

    private AccessJson() {}

    static String shares(List<CustomerShare> shares) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        shares.forEach(share -> items.add(share(share)));
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("total", shares.size())
                .add("totalIsExact", true)
                .addNull("next")
                .build()
                .toString();
    }

    static JsonObject share(CustomerShare share) {
        return JSON.createObjectBuilder()
                .add("id", share.id())
                .add("user", share.isWithTeam() ? JsonValue.NULL : JSON.createValue(share.username()))
                .add("team", share.isWithTeam() ? JSON.createValue(share.name()) : JsonValue.NULL)
                .add("name", share.name())
                .add("canEdit", share.canEdit())
                .build();
    }

    static String explanation(AccessExplanation explanation, AccessWords words) {
        JsonArrayBuilder ways = JSON.createArrayBuilder();
        explanation.ways().forEach(way -> ways.add(way(way, words)));
        return JSON.createObjectBuilder()
                .add("user", explanation.username())
                .add("customer", explanation.customer())
                .add("sees", explanation.isSeen())
                .add("changes", explanation.isChangeable())
                .add("ways", ways)
                .add("obstacles", JSON.createArrayBuilder(words.obstacles(explanation)))
                .build()
                .toString();
    }

    private static JsonObject way(AccessWay way, AccessWords words) {
        return JSON.createObjectBuilder()
                .add("way", way.kind().name())
                .add("verdict", way.verdict().name())
                .add("changes", way.changes())
                .add("reason", words.sentence(way))
                .build();
    }
}
