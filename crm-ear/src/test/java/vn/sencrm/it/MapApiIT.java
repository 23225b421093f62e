package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The map of customers over REST (MAP-1). */
class MapApiIT {

    private static final String HANOI = "105.5,20.7,106.2,21.3";

    private final TestUser user = TestUsers.staff();
    private final Api api = Api.of(user);

    @Test
    void aCustomerStandsWhereItsAddressHasItsPosition() {
        JsonObject customer = create(21.03, 105.85);
        JsonObject answer = map("bbox", HANOI, "zoom", "12");
        assertThat(answer.getInt("total")).isEqualTo(1);
        JsonObject point = answer.getJsonArray("points").getJsonObject(0);
        assertThat(point.getInt("id")).isEqualTo(customer.getInt("id"));
        assertThat(point.getString("name")).isEqualTo(customer.getString("name"));
        assertThat(point.getJsonNumber("lat").doubleValue()).isEqualTo(21.03);
        assertThat(map("bbox", "106.5,10.5,107,11", "zoom", "12").getInt("total"))
                .isZero();
    }

    @Test
    void manyBecomeClustersThatTogetherCountThemAll() {
        place(TestCustomers.sharingOneTime(user, 300));
        JsonObject far = map("zoom", "5");
        assertThat(far.getJsonArray("clusters")).isNotEmpty();
        assertThat(counted(far)).isEqualTo(300);
        JsonObject near = map("bbox", HANOI, "zoom", "14");
        assertThat(counted(near)).isEqualTo(300);
        assertThat(pieces(near)).isGreaterThan(pieces(far));
    }

    @Test
    void theMapIsFilteredAndSearchedLikeTheList() {
        place(TestCustomers.sharingOneTime(user, 40));
        Db.update("update customer set stage = 'CONTACT' where owner_id = ? and name_fold like '%1'", user.id());
        String contacts = "{\"field\":\"stage\",\"op\":\"eq\",\"value\":\"CONTACT\"}";
        int listed = api.get("/customers", "filter", contacts).json().getInt("total");
        assertThat(map("filter", contacts).getInt("total")).isEqualTo(listed);
        assertThat(map("q", "khach 1").getInt("total"))
                .isEqualTo(api.get("/customers", "q", "khach 1").json().getInt("total"));
    }

    @Test
    void nobodySeesWhereOthersCustomersAre() {
        create(21.03, 105.85);
        JsonObject answer = Api.of(TestUsers.staff()).get("/customers/map").json();
        assertThat(answer.getInt("total")).isZero();
    }

    @Test
    void aBoxOrFilterThatCannotBeReadIsRefusedWithItsField() {
        Api.Answer refused = api.get("/customers/map", "bbox", "1,2,3");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("bbox");
        assertThat(api.get("/customers/map", "zoom", "near").status()).isEqualTo(400);
        assertThat(api.get("/customers/map", "filter", "{").status()).isEqualTo(400);
    }

    private static void place(List<Long> customers) {
        Db.update(
                """
                insert into customer_place (customer_id, position, lat, lon)
                select c.id, 1, 20.8 + (row_number() over (order by c.id) % 20) * 0.02,
                       105.6 + (row_number() over (order by c.id) / 20) * 0.03
                from customer c where c.id between ? and ? and c.owner_id =
                    (select owner_id from customer where id = ?)
                """,
                customers.get(0), customers.get(customers.size() - 1), customers.get(0));
    }

    private static int pieces(JsonObject answer) {
        return answer.getJsonArray("clusters").size()
                + answer.getJsonArray("points").size();
    }

    private static long counted(JsonObject answer) {
        long clustered = answer.getJsonArray("clusters").getValuesAs(JsonObject.class).stream()
                .mapToLong(cluster -> cluster.getInt("count"))
                .sum();
        return clustered + answer.getJsonArray("points").size();
    }

    private JsonObject map(String... parameters) {
        Api.Answer answer = api.get("/customers/map", parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonObject create(double lat, double lon) {
        return api.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Nguyễn " + Unique.word())
                                .add(
                                        "addresses",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("street", "1 Hàng Bài")
                                                        .add("lat", lat)
                                                        .add("lon", lon)))
                                .build())
                .json();
    }
}
