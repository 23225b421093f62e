package vn.sencrm.common.filter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Fields as features declare them, one of each sort, and a user who looks. */
final class TestFields {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    static final FilterFields FIELDS = FilterFields.of(
                    FilterField.text("name", "c.name_fold"),
                    FilterField.key("code", "upper(c.code)", TextForm.UPPER),
                    FilterField.code("kind", "c.kind", List.of("INDIVIDUAL", "ORGANIZATION", "SHOP", "HOUSEHOLD")),
                    FilterField.reference(
                            "status",
                            FilterType.REFERENCE,
                            "c.status_id",
                            "select id from customer_status where upper(code) = any(?) or name_vi = any(?)",
                            TextForm.UPPER,
                            TextForm.EXACT),
                    FilterField.reference(
                            "owner",
                            FilterType.USER,
                            "c.owner_id",
                            "select id from app_user where lower(username) = any(?)",
                            TextForm.LOWER),
                    FilterField.reference(
                            "team",
                            FilterType.TEAM,
                            "c.team_id",
                            "select id from team where lower(name) = any(?)",
                            TextForm.LOWER),
                    FilterField.reference(
                                    "tags",
                                    FilterType.REFERENCE,
                                    "t.tag_id",
                                    "select id from tag where name_fold = any(?) and coalesce(owner_id, ?) = ?",
                                    TextForm.FOLDED,
                                    FilterContext.Slot.ME,
                                    FilterContext.Slot.ME)
                            .inside("exists (select 1 from customer_tag t where t.customer_id = c.id and {})"),
                    FilterField.reference(
                                    "places",
                                    FilterType.REFERENCE,
                                    "c.places",
                                    "select code from location where code = any(?)",
                                    TextForm.EXACT)
                            .elementOf("c.places"),
                    FilterField.of("phones", FilterType.PHONE, "k.key")
                            .inside("exists (select 1 from identity_key k where k.customer_id = c.id"
                                    + " and k.kind = 'PHONE' and {})")
                            .present("c.phones is not null"),
                    FilterField.of("emails", FilterType.EMAIL, "k.key")
                            .inside("exists (select 1 from identity_key k where k.customer_id = c.id"
                                    + " and k.kind = 'EMAIL' and {})"),
                    FilterField.of("score", FilterType.NUMBER, "c.score"),
                    FilterField.of("birthday", FilterType.BIRTHDAY, "c.birthday"),
                    FilterField.of("createdAt", FilterType.DATETIME, "c.created_at"),
                    FilterField.of("supplier", FilterType.BOOLEAN, "c.is_supplier"),
                    FilterField.of(
                            "followed",
                            FilterType.BOOLEAN,
                            "exists (select 1 from customer_follow f where f.customer_id = c.id and f.user_id = ?)",
                            FilterContext.Slot.ME))
            .with(List.of(
                    FilterField.of("attr.since", FilterType.DATE, "cast(c.attributes ->> ? as date)", "since"),
                    FilterField.of("attr.photo", FilterType.PRESENCE, "c.attributes -> 'photo'"),
                    FilterField.of("attr.size", FilterType.NUMBER, "(c.attributes -> 'size')::numeric")
                            .member("c.attributes", "size", false),
                    FilterField.of("attr.vat", FilterType.BOOLEAN, "c.attributes -> 'vat'")
                            .member("c.attributes", "vat", false),
                    FilterField.code("attr.goods", "c.attributes -> 'goods'", List.of("RICE", "TEA"))
                            .member("c.attributes", "goods", true),
                    FilterField.code("attr.colour", "v.one", List.of("Đỏ", "Xanh"))
                            .inside(
                                    "exists (select 1 from jsonb_array_elements_text(c.attributes -> ?) v(one)"
                                            + " where {} and true = ?)",
                                    "colour",
                                    true)));

    private TestFields() {}

    /** User 7 of teams 3 and 4 at ten in the morning, local time. */
    static FilterContext on(String date) {
        Instant morning = LocalDate.parse(date).atTime(10, 0).atZone(ZONE).toInstant();
        return new FilterContext(7, List.of(3L, 4L), Clock.fixed(morning, ZONE));
    }
}
