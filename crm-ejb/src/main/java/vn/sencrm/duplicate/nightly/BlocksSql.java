package vn.sencrm.duplicate.nightly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.duplicate.DuplicateRules;

/**
 * Reads who shares a birthday, a company or a commune, block after block: a sort of as
 * many rows as there are customers, streamed.
 */
@ApplicationScoped
class BlocksSql {

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String BIRTHDAY =
            "select 'BIRTHDAY' reason, c.birthday::text block, c.id, c.version from customer c"
                    + " where c.state = 'ACTIVE' and c.birthday is not null";

    private static final String COMPANY = "select 'COMPANY', c.account_id::text, c.id, c.version from customer c"
            + " where c.state = 'ACTIVE' and c.account_id is not null";

    private static final String COMMUNE =
            """
            select distinct 'COMMUNE', p.commune, c.id, c.version
            from customer_place p join customer c on c.id = p.customer_id
            where c.state = 'ACTIVE' and p.commune is not null
            """;

    @Inject
    Database database;

    /** Nothing where names do not count, or nothing that they need beside them. */
    void each(DuplicateRules rules, NameBlocks names, BooleanSupplier goOn) {
        List<String> branches = new ArrayList<>();
        if (rules.counts(MatchReason.BIRTHDAY)) {
            branches.add(BIRTHDAY);
        }
        if (rules.counts(MatchReason.COMPANY)) {
            branches.add(COMPANY);
        }
        if (rules.counts(MatchReason.COMMUNE)) {
            branches.add(COMMUNE);
        }
        if (rules.counts(MatchReason.NAME) && !branches.isEmpty()) {
            read(String.join(" union all ", branches), names, goOn);
        }
    }

    private void read(String branches, NameBlocks names, BooleanSupplier goOn) {
        SqlFragment query = SqlFragment.of(
                "select b.reason, b.block, b.id, b.version, b.key from ("
                        + "select s.reason, s.block collate \"C\" as block, s.id, s.version, n.key from (" + branches
                        + ") s (reason, block, id, version)"
                        + " join identity_key n on n.customer_id = s.id and n.kind = 'NAME') b order by b.reason, b.block, b.id");
        try {
            database.each(query, ROWS_AT_ONCE, row -> {
                if (goOn.getAsBoolean()) {
                    names.add(
                            MatchReason.valueOf(row.getString(1)),
                            row.getString(2),
                            new NameBlocks.Person(row.getLong(3), row.getInt(4)),
                            row.getString(5));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
