package vn.sencrm.it;

import java.util.List;

/** Makes teams, each test its own, straight in the database. */
final class TestTeams {

    /** A team of a test. */
    record TestTeam(long id, String name) {

        /** Changes a member: {@code set("absent_to = current_date", user)}. */
        void set(String assignment, TestUser member) {
            Db.update("update team_member set " + assignment + " where team_id = ? and user_id = ?", id, member.id());
        }

        /** How many customers of the team somebody owns. */
        long owned(TestUser member) {
            return Db.number("select count(*) from customer where team_id = ? and owner_id = ?", id, member.id());
        }

        long queued() {
            return Db.number("select count(*) from customer where team_id = ? and owner_id is null", id);
        }
    }

    private TestTeams() {}

    static TestTeam of(String mode, TestUser... members) {
        return of(mode, List.of(members));
    }

    static TestTeam of(String mode, List<TestUser> members) {
        String name = "Nhóm " + Unique.word();
        long id = Db.number("select nextval('team_seq')");
        Db.update("insert into team (id, name, mode) values (?, ?, ?)", id, name, mode);
        int position = 0;
        for (TestUser member : members) {
            Db.update(
                    "insert into team_member (team_id, user_id, position) values (?, ?, ?)",
                    id,
                    member.id(),
                    ++position);
        }
        return new TestTeam(id, name);
    }
}
