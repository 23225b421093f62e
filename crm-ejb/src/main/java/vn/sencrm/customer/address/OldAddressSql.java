package vn.sencrm.customer.address;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.audit.ChangeOrigin;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;
import vn.sencrm.location.Place;

/** Finds addresses without codes and gives them theirs, in sets: each call reads the customers once. */
@ApplicationScoped
class OldAddressSql {

    /** An address that names a place without having its code. */
    private static final String OPEN =
            """
            (a.value ->> 'commune' is not null and a.value ->> 'communeCode' is null
             or a.value ->> 'province' is not null and a.value ->> 'provinceCode' is null)
            """;

    private static final String GROUPS =
            """
            select coalesce(a.value ->> 'province', '') as province, coalesce(a.value ->> 'commune', '') as commune,
                   count(distinct c.id) as customers
            from customer c cross join lateral jsonb_array_elements(c.addresses) as a (value)
            where c.state = 'ACTIVE' and c.addresses is not null and
            """
                    + OPEN;

    private static final String PICKED =
            """
            with pick as materialized (
                select * from unnest(?, ?, ?) as p (province, commune, codes)
            ), hit as materialized (
                select c.id, c.addresses as before from customer c
                where c.state = 'ACTIVE' and c.addresses is not null and exists (
                    select from jsonb_array_elements(c.addresses) as a (value)
                    join pick p on p.province = coalesce(a.value ->> 'province', '')
                               and p.commune = coalesce(a.value ->> 'commune', '')
                    where
            """
                    + OPEN
                    + ") and ";

    /** Only codes are added: the words of an address stay. Its place is there already, or becomes one. */
    private static final String APPLY =
            """
                limit ? for update of c
            ), new as materialized (
                select h.id, h.before, (
                    select jsonb_agg(case when p.codes is not null and
            """
                    + OPEN
                    + """
                        then a.value || p.codes::jsonb else a.value end order by a.place)
                    from jsonb_array_elements(h.before) with ordinality as a (value, place)
                    left join pick p on p.province = coalesce(a.value ->> 'province', '')
                                    and p.commune = coalesce(a.value ->> 'commune', '')) as after
                from hit h
            ), changed as (
                update customer c set addresses = n.after, version = c.version + 1, updated_at = ?
                from new n where c.id = n.id
                returning c.id, c.version, n.before, n.after
            ), told as (
                insert into audit_entry
                    (at, actor_id, cause, source_address, entity, entity_id, version, action, before, after)
                select ?, ?, 'FORM', ?, 'customer', c.id, c.version, 'UPDATE',
                       jsonb_build_object('addresses', c.before), jsonb_build_object('addresses', c.after)
                from changed c
            ), placed as (
                insert into customer_place (customer_id, position, province, commune, lat, lon)
                select c.id, p.* from changed c cross join lateral address_places(c.after) p
                on conflict (customer_id, position) do update
                set province = excluded.province, commune = excluded.commune
            )
            select count(*) from changed
            """;

    @Inject
    Database database;

    @Inject
    ChangeOrigin origin;

    @Inject
    RecordAccessSql access;

    /** What is written most often first. */
    List<OldAddress> find(Account user, int limit) {
        SqlFragment query = SqlFragment.of(GROUPS + " and ")
                .then(access.predicate(user))
                .then(SqlFragment.of(" group by 1, 2 order by customers desc, province, commune limit ?", limit));
        return database.list(
                query, row -> new OldAddress(row.getString(1), row.getString(2), row.getLong(3), false, List.of()));
    }

    /** Gives the codes of the places to the addresses that are written so, of as many customers as allowed. */
    int apply(Account user, List<OldAddressChoice> choices, List<Place> places, int most, Instant now) {
        SqlFragment statement = SqlFragment.of(
                        PICKED,
                        choices.stream().map(OldAddressChoice::province).toList(),
                        choices.stream().map(OldAddressChoice::commune).toList(),
                        places.stream().map(OldAddressSql::codes).toList())
                .then(access.editable(user))
                .then(SqlFragment.of(APPLY, most, now, now, user.id(), origin.parameter()));
        return database.first(statement, row -> row.getInt(1)).orElseThrow();
    }

    private static String codes(Place place) {
        var json = JSON.createObjectBuilder();
        return place.isProvince()
                ? json.add("provinceCode", place.code()).build().toString()
                : json.add("provinceCode", place.parentCode())
                        .add("communeCode", place.code())
                        .build()
                        .toString();
    }
}
