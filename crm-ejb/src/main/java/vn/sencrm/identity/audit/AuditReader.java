package vn.sencrm.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.audit.AuditSearchSql.Found;

/** Reads all that a search finds, for files: in one pass through a cursor, a piece at a time. Rights are the caller's matter. */
@ApplicationScoped
public class AuditReader {

    @Inject
    AuditSearchSql sql;

    @Inject
    AuditCheck check;

    @Inject
    AuditHits hits;

    @Inject
    Database database;

    /** Takes a piece of what was found. */
    @FunctionalInterface
    public interface Taker {
        void take(List<AuditHit> piece);
    }

    /** @throws InvalidInputException naming every field that cannot be looked for */
    public void check(AuditSearch asked) {
        check.checked(asked);
    }

    /** How many entries a viewer would find. */
    public long count(AuditSearch asked, Account viewer) {
        return database.first(sql.count(check.checked(asked), viewer), row -> row.getLong(1))
                .orElseThrow();
    }

    /** Gives all that the viewer sees, newest first, so many at a time. */
    public void read(AuditSearch asked, Account viewer, int atOnce, Taker taker) throws IOException {
        List<Found> piece = new ArrayList<>(atOnce);
        database.each(sql.all(check.checked(asked), viewer), atOnce, row -> {
            piece.add(AuditSearchSql.found(row));
            if (piece.size() == atOnce) {
                taker.take(hits.of(piece));
                piece.clear();
            }
        });
        taker.take(hits.of(piece));
    }
}
