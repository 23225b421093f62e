package vn.sencrm.importing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.PGConnection;
import vn.sencrm.common.Database;
import vn.sencrm.common.Internal;
import vn.sencrm.identity.Account;
import vn.sencrm.importing.sheet.SheetRow;

/**
 * Judges a few rows just as a check would, by the same statements, and takes it all back. They lie under the negative
 * number of their run meanwhile, beside whatever an earlier check has left.
 */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportTrial {

    @Inject
    Database database;

    @Inject
    ImportTargets targets;

    @Inject
    ImportIssueSql issues;

    @Resource
    SessionContext session;

    public Map<Integer, ImportIssueSql.Judged> judge(ImportRun run, List<SheetRow> rows, Account user) {
        ImportRun trial = run.as(-run.id());
        ImportTarget target = targets.get(run.type());
        try {
            stage(trial, rows, target.checker(trial));
            target.deciding(trial, user).forEach(part -> part.work().accept(RowRange.ALL));
            return issues.judged(trial, rows.get(rows.size() - 1).number());
        } finally {
            session.setRollbackOnly();
        }
    }

    private void stage(ImportRun trial, List<SheetRow> rows, Function<SheetRow, StagedRow> check) {
        StagedRows staged = new StagedRows(trial.id());
        rows.forEach(row -> staged.add(check.apply(row)));
        database.with(connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(StagedRows.COPY, new ByteArrayInputStream(staged.bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
