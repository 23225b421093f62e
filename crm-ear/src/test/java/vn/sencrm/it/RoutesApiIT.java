package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Routes (ASG-4) and shares (SEC-2), by REST. */
class RoutesApiIT {

    private final Api admin = Api.of(TestUsers.administrator());
    private final TestUser staff = TestUsers.staff();

    @Test
    void theStaffOfARouteSeeItAndItsCustomersInTheOrderOfTheStops() {
        List<Long> customers = List.of(customer(), customer(), customer());
        JsonObject route = route(json().add("name", "Tuyến thứ Hai").add("staff", texts(staff.username())));
        assertThat(route.getString("code")).isNotBlank();
        assertThat(put(route, customers).json().getInt("added")).isEqualTo(3);
        assertThat(put(route, customers).json().getInt("added")).isZero();
        assertThat(move(route, customers.get(2), 1)).isEqualTo(204);

        Api clerk = Api.of(staff);
        assertThat(clerk.get("/routes").items()).hasSize(1);
        assertThat(stops(clerk, route)).containsExactly(customers.get(2), customers.get(0), customers.get(1));
        assertThat(clerk.get("/customers/" + customers.get(0)).status()).isEqualTo(200);
        assertThat(clerk.get("/customers", "filter", onRoute(route)).json().getInt("total"))
                .isEqualTo(3);
        assertThat(Api.of(TestUsers.staff()).get(path(route)).status()).isEqualTo(404);
    }

    @Test
    void stopsStayWithoutGaps() {
        List<Long> customers = List.of(customer(), customer(), customer(), customer());
        JsonObject route = route(json().add("name", "Tuyến"));
        put(route, customers);
        assertThat(move(route, customers.get(0), 3)).isEqualTo(204);
        assertThat(stops(admin, route)).containsExactly(at(customers, 1, 2, 0, 3));
        assertThat(move(route, customers.get(1), 99)).isEqualTo(204);
        assertThat(stops(admin, route)).containsExactly(at(customers, 2, 0, 3, 1));
        assertThat(admin.delete(path(route) + "/customers/" + customers.get(0)).status())
                .isEqualTo(204);
        assertThat(admin.get(path(route) + "/customers").items().stream()
                        .map(item -> item.asJsonObject().getInt("stop")))
                .containsExactly(1, 2, 3);
        assertThat(move(route, customers.get(0), 1)).isEqualTo(404);
    }

    @Test
    void anArchivedRouteShowsItsStaffNothingAndTakesNobody() {
        long customer = customer();
        JsonObject route = route(json().add("name", "Tuyến").add("staff", texts(staff.username())));
        put(route, List.of(customer));
        assertThat(Api.of(staff).get("/customers/" + customer).status()).isEqualTo(200);
        JsonObject archived = admin.patch(
                        path(route),
                        json().add("version", 1).add("archived", true).build())
                .json();
        assertThat(archived.getBoolean("archived")).isTrue();
        assertThat(Api.of(staff).get("/customers/" + customer).status()).isEqualTo(404);
        assertThat(Api.of(staff).get("/routes").items()).isEmpty();
        assertThat(put(route, List.of(customer())).errors().getJsonObject(0).getString("code"))
                .isEqualTo("ROUTE_ARCHIVED");
        assertThat(admin.delete(path(route)).code()).isEqualTo("ROUTE_IN_USE");
    }

    @Test
    void aRouteIsRefusedWithEveryWrongField() {
        JsonObject taken = route(json().add("name", "Tuyến"));
        Answer refused = admin.post(
                "/routes",
                json().add("name", " ")
                        .add("code", taken.getString("code").toLowerCase())
                        .add("notes", "x".repeat(2001))
                        .add("staff", texts("nobody-of-this-name"))
                        .build());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().stream()
                        .map(error -> error.asJsonObject().getString("field") + " "
                                + error.asJsonObject().getString("code")))
                .containsExactlyInAnyOrder(
                        "name REQUIRED", "code CODE_TAKEN", "notes TOO_LONG", "staff[0] UNKNOWN_USER");
        assertThat(admin.patch(
                                path(taken),
                                json().add("version", 7).add("name", "x").build())
                        .code())
                .isEqualTo("STALE");
        assertThat(Api.of(staff)
                        .post("/routes", json().add("name", "x").build())
                        .status())
                .isEqualTo(403);
        assertThat(admin.delete(path(taken)).status()).isEqualTo(204);
    }

    @Test
    void onlyCustomersThatOneMayChangeArePutOnARoute() {
        JsonObject route = route(json().add("name", "Tuyến").add("staff", texts(staff.username())));
        long foreign = customer();
        long viewed = customer();
        share(viewed, json().add("user", staff.username()));
        Answer unseen = put(Api.of(staff), route, List.of(foreign));
        assertThat(unseen.errors().getJsonObject(0).getString("code")).isEqualTo("UNKNOWN_CUSTOMER");
        Answer viewOnly = put(Api.of(staff), route, List.of(viewed));
        assertThat(viewOnly.errors().getJsonObject(0).getString("code")).isEqualTo("VIEW_ONLY");
    }

    @Test
    void aShareIsGivenChangedEndedAndAudited() {
        long customer = customer();
        Api clerk = Api.of(staff);
        Answer shared = share(customer, json().add("user", staff.username()));
        assertThat(shared.status()).as(shared.body()).isEqualTo(201);
        assertThat(clerk.get("/customers/" + customer).status()).isEqualTo(200);
        assertThat(share(customer, json().add("user", staff.username()).add("canEdit", true))
                        .json()
                        .getInt("id"))
                .isEqualTo(shared.json().getInt("id"));
        assertThat(clerk.get("/customers/" + customer + "/shares").items()).hasSize(1);
        assertThat(clerk.delete("/customers/" + customer + "/shares/"
                                + shared.json().getInt("id"))
                        .status())
                .isEqualTo(204);
        assertThat(clerk.get("/customers/" + customer).status()).isEqualTo(404);
        assertThat(Db.texts(
                        "select action from audit_entry where entity_id = ? and entity = 'customer' order by at",
                        customer))
                .containsExactly("CREATE", "SHARE", "SHARE", "UNSHARE");
    }

    @Test
    void aShareWithNobodyOrWithBothIsRefused() {
        long customer = customer();
        for (JsonObjectBuilder body : List.of(
                json(),
                json().add("user", staff.username()).add("team", "x"),
                json().add("user", 5),
                json().add("team", "Không có nhóm này " + Unique.number()),
                json().add("user", "nobody-of-this-name"),
                json().add("user", staff.username()).add("canEdit", "có"))) {
            Answer refused = share(customer, body);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.errors().getJsonObject(0).getString("message")).isNotBlank();
        }
    }

    private static Long[] at(List<Long> customers, int... order) {
        return Arrays.stream(order).mapToObj(customers::get).toArray(Long[]::new);
    }

    private long customer() {
        Answer made = admin.post("/customers", json().add("name", Unique.word()).build());
        return made.json().getJsonNumber("id").longValue();
    }

    private JsonObject route(JsonObjectBuilder input) {
        Answer made = admin.post("/routes", input.build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private Answer put(JsonObject route, List<Long> customers) {
        return put(admin, route, customers);
    }

    private static Answer put(Api api, JsonObject route, List<Long> customers) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        customers.forEach(ids::add);
        return api.post(path(route) + "/customers", json().add("customers", ids).build());
    }

    private int move(JsonObject route, long customer, int stop) {
        return admin.send(
                        "PUT",
                        path(route) + "/customers/" + customer,
                        "application/json",
                        BodyPublishers.ofString("{\"stop\":" + stop + "}"))
                .status();
    }

    private static List<Long> stops(Api api, JsonObject route) {
        return api.get(path(route) + "/customers").items().stream()
                .map(item -> item.asJsonObject().getJsonNumber("customer").longValue())
                .toList();
    }

    private Answer share(long customer, JsonObjectBuilder with) {
        return admin.post("/customers/" + customer + "/shares", with.build());
    }

    private static String onRoute(JsonObject route) {
        return json().add("field", "route")
                .add("op", "eq")
                .add("value", route.getString("code"))
                .build()
                .toString();
    }

    private static String path(JsonObject route) {
        return "/routes/" + route.getInt("id");
    }

    private static JsonArrayBuilder texts(String... texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        Stream.of(texts).forEach(array::add);
        return array;
    }

    private static JsonObjectBuilder json() {
        return Json.createObjectBuilder();
    }
}
