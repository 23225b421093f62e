package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;

/** The marks of one user on many customers; the items tell whose mark was made or taken away. */
@ApplicationScoped
class BulkFollowSql {

    void follow(BulkStep step) {
        step.update(
                """
                with f as (
                    insert into customer_follow (user_id, customer_id, since)
                    select :user, b.customer_id, :now from bulk_now b where b.verdict is null order by b.customer_id
                    on conflict do nothing returning customer_id)
                insert into bulk_change (customer_id, before, after)
                select customer_id, '{"followed": false}', '{"followed": true}' from f
                """);
    }

    void unfollow(BulkStep step) {
        step.update(
                """
                with f as (
                    delete from customer_follow f using bulk_now b
                    where b.verdict is null and f.customer_id = b.customer_id and f.user_id = :user
                    returning f.customer_id)
                insert into bulk_change (customer_id, before, after)
                select customer_id, '{"followed": true}', '{"followed": false}' from f
                """);
    }
}
