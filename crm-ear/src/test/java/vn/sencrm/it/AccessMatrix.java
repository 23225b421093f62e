package vn.sencrm.it;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table of record access (SEC-2): users, records, and who sees and changes what. Each user has the same rights and
 * sees own records, those of teams and routes and shared ones, but for the last few. What users, teams and routes have
 * in common is made once, straight in the database.
 */
final class AccessMatrix {

    /** The records, each seen in one way. */
    enum Rec {
        OWNED,
        CREATED,
        OF_TEAM,
        ON_ROUTE,
        ON_ARCHIVED_ROUTE,
        SHARED_TO_VIEW,
        SHARED_TO_EDIT,
        SHARED_WITH_TEAM,
        OWNED_BUT_DELETED,
        FOREIGN
    }

    /** The users, with the records that they see but not change, and those that they change. */
    enum Who {
        OWNER(see(), change(Rec.OWNED)),
        CREATOR(see(), change(Rec.CREATED)),
        TEAM_MEMBER(see(Rec.SHARED_WITH_TEAM), change(Rec.OF_TEAM)),
        MEMBER_OF_ANOTHER_TEAM(see(), change()),
        ROUTE_STAFF(see(), change(Rec.ON_ROUTE)),
        SHARED_VIEWER(see(Rec.SHARED_TO_VIEW), change()),
        SHARED_EDITOR(see(), change(Rec.SHARED_TO_EDIT)),
        NOBODY(see(), change()),
        /** In the team and on the route, but with a role that counts neither. */
        OWN_ONLY(see(Rec.SHARED_WITH_TEAM), change()),
        ALL(see(), EnumSet.complementOf(EnumSet.of(Rec.OWNED_BUT_DELETED))),
        DEACTIVATED(see(), change());

        private final Set<Rec> sees;
        private final Set<Rec> changes;

        Who(Set<Rec> seesOnly, Set<Rec> changes) {
            this.sees = EnumSet.noneOf(Rec.class);
            this.sees.addAll(seesOnly);
            this.sees.addAll(changes);
            this.changes = changes;
        }

        Set<Rec> sees() {
            return sees;
        }

        Set<Rec> changes() {
            return changes;
        }

        private static Set<Rec> see(Rec... records) {
            return set(records);
        }

        private static Set<Rec> change(Rec... records) {
            return set(records);
        }

        private static Set<Rec> set(Rec... records) {
            Set<Rec> set = EnumSet.noneOf(Rec.class);
            set.addAll(Arrays.asList(records));
            return set;
        }
    }

    /** The word that every record's name has, and no other customer's. */
    final String word = Unique.word();

    private final Map<Who, TestUser> users = new EnumMap<>(Who.class);
    private final Map<Rec, Long> ids = new EnumMap<>(Rec.class);
    private final String wide = "WIDE" + Unique.number();
    private final String narrow = "NARROW" + Unique.number();
    private final String all = "ALL" + Unique.number();

    AccessMatrix() {
        role(wide, "OWN", true);
        role(narrow, "OWN", false);
        role(all, "ALL", true);
        for (Who who : Who.values()) {
            users.put(who, TestUsers.create(who == Who.OWN_ONLY ? narrow : who == Who.ALL ? all : wide));
        }
        for (Rec rec : Rec.values()) {
            ids.put(rec, customer(rec));
        }
        team();
        routes();
        group();
        share(Rec.SHARED_TO_VIEW, Who.SHARED_VIEWER, false);
        share(Rec.SHARED_TO_EDIT, Who.SHARED_EDITOR, true);
        Db.update("update app_user set active = false where id = ?", id(Who.DEACTIVATED));
    }

    /** All of them in a group, whose members each user sees as far as they see customers. */
    private void group() {
        Db.update(
                """
                insert into customer_group (id, name, name_fold, description, description_fold, created_by, created_at,
                                            updated_at)
                values (nextval('customer_group_seq'), ?, ?, 'Tất cả', 'tat ca', ?, now(), now())
                """,
                word,
                word.toLowerCase(Locale.ROOT),
                id(Who.ALL));
        Db.update(
                "insert into group_member select g.id, unnest(?) from customer_group g where g.name = '" + word + "'",
                (Object) ids.values().toArray(Long[]::new));
    }

    long groupId() {
        return Db.number("select id from customer_group where name = ?", word);
    }

    TestUser user(Who who) {
        return users.get(who);
    }

    Api api(Who who) {
        return Api.of(user(who));
    }

    long id(Who who) {
        return user(who).id();
    }

    long id(Rec rec) {
        return ids.get(rec);
    }

    String code(Rec rec) {
        return word.toUpperCase() + "-" + rec.ordinal();
    }

    Rec record(String code) {
        return Rec.values()[Integer.parseInt(code.substring(code.lastIndexOf('-') + 1))];
    }

    private static void role(String code, String scope, boolean wide) {
        Db.update(
                """
                insert into app_role (code, name_vi, name_en, record_scope, sees_teams, sees_routes)
                values (?, ?, ?, ?, ?, ?)
                """,
                code,
                code,
                code,
                scope,
                wide,
                wide);
        for (String right : List.of("view", "create", "edit", "delete", "import", "export")) {
            Db.update("insert into app_role_right values (?, ?)", code, "customer." + right);
        }
    }

    private long customer(Rec rec) {
        long other = id(Who.ALL);
        boolean owned = rec == Rec.OWNED || rec == Rec.OWNED_BUT_DELETED;
        boolean deleted = rec == Rec.OWNED_BUT_DELETED;
        return Db.number(
                """
                insert into customer (id, code, kind, stage, name, name_fold, owner_id, creator_id, created_at, updated_at,
                                      state, deleted_at)
                values (nextval('customer_seq'), ?, 'INDIVIDUAL', 'LEAD', ?, ?, ?, ?, now(), now(), ?,
                        case when ? then now() end)
                returning id
                """,
                code(rec),
                word + " " + rec,
                word.toLowerCase() + " " + rec.name().toLowerCase(),
                owned ? id(Who.OWNER) : other,
                rec == Rec.CREATED ? id(Who.CREATOR) : other,
                deleted ? "DELETED" : "ACTIVE",
                deleted);
    }

    private void team() {
        long team = Db.number("insert into team (id, name) values (nextval('team_seq'), ?) returning id", word);
        long other = Db.number("insert into team (id, name) values (nextval('team_seq'), ?) returning id", word + "2");
        for (Who who : List.of(Who.TEAM_MEMBER, Who.OWN_ONLY, Who.DEACTIVATED)) {
            Db.update("insert into team_member (team_id, user_id) values (?, ?)", team, id(who));
        }
        Db.update("insert into team_member (team_id, user_id) values (?, ?)", other, id(Who.MEMBER_OF_ANOTHER_TEAM));
        Db.update("update customer set team_id = ? where id = ?", team, id(Rec.OF_TEAM));
        Db.update(
                """
                insert into customer_share (id, customer_id, team_id) values (nextval('customer_share_seq'), ?, ?)
                """,
                id(Rec.SHARED_WITH_TEAM),
                team);
    }

    private void routes() {
        long open = route(false);
        long archived = route(true);
        for (Who who : List.of(Who.ROUTE_STAFF, Who.OWN_ONLY, Who.DEACTIVATED)) {
            Db.update("insert into route_staff (route_id, user_id) values (?, ?)", open, id(who));
            Db.update("insert into route_staff (route_id, user_id) values (?, ?)", archived, id(who));
        }
        String put = "insert into route_customer (route_id, customer_id, stop) values (?, ?, 1)";
        Db.update(put, open, id(Rec.ON_ROUTE));
        Db.update(put, archived, id(Rec.ON_ARCHIVED_ROUTE));
    }

    private static long route(boolean archived) {
        String name = Unique.word();
        return Db.number(
                """
                insert into route (id, code, name, name_fold, archived, created_at)
                values (nextval('route_seq'), ?, ?, ?, ?, now()) returning id
                """,
                name,
                name,
                name.toLowerCase(),
                archived);
    }

    private void share(Rec rec, Who who, boolean canEdit) {
        Db.update(
                """
                insert into customer_share (id, customer_id, user_id, can_edit)
                values (nextval('customer_share_seq'), ?, ?, ?)
                """,
                id(rec),
                id(who),
                canEdit);
    }

    /** The codes of all records. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (Rec rec : Rec.values()) {
            codes.add(code(rec));
        }
        return codes;
    }
}
