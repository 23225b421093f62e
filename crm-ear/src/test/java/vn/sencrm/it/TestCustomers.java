package vn.sencrm.it;

import java.util.List;

/** Makes customers straight in the database, where a test needs many or a shared time. */
final class TestCustomers {

    private TestCustomers() {}

    /** As an import leaves them: one owner and creator, one time of creation and change, and one name for every two. */
    static List<Long> sharingOneTime(TestUser owner, int number) {
        String word = Unique.word();
        return Db.texts(
                        """
                        insert into customer (id, code, kind, stage, name, name_fold, owner_id, creator_id,
                                              created_at, updated_at)
                        select nextval('customer_seq'), ? || '-' || n, 'INDIVIDUAL', 'LEAD', 'Khách ' || n / 2,
                               'khach ' || n / 2, ?, ?, t, t
                        from generate_series(1, ?) as n, now() as t
                        returning id
                        """,
                        word,
                        owner.id(),
                        owner.id(),
                        number)
                .stream()
                .map(Long::valueOf)
                .toList();
    }
}
