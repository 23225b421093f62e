package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Deletes what sign-in no longer needs; small tables, read whole once a night. */
@ApplicationScoped
class IdentityPurgeSql {

    @Inject
    Database database;

    int deleteTokens(Instant endedBefore, int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from api_token where id in (
                    select id from api_token where least(expires_at, revoked_at) < ? limit ?)
                """,
                endedBefore,
                atMost));
    }

    int deleteSessions(Instant seenBefore, int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from sign_in_session where id in (
                    select id from sign_in_session where last_seen_at < ? limit ?)
                """,
                seenBefore,
                atMost));
    }

    int deleteAttempts(Instant failedBefore, Instant now, int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from sign_in_attempt where username_key in (
                    select username_key from sign_in_attempt
                    where last_failure < ? and (locked_until is null or locked_until < ?) limit ?)
                """,
                failedBefore,
                now,
                atMost));
    }
}
