package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.identity.CurrentUser;

/** A short list as a file, written while one waits; who fetched it stands in the audit. */
@ApplicationScoped
class ListFile {

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    void write(
            String list, List<String> headers, List<String[]> rows, ExportFormat format, OutputStream out, Cause cause)
            throws IOException {
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                "export",
                0,
                1,
                "EXPORT",
                null,
                "{\"list\":\"" + list + "\",\"format\":\"" + format.code() + "\",\"rows\":" + rows.size() + "}");
        try (ExportWriter writer = ExportWriter.of(format, out)) {
            writer.row(headers.toArray(String[]::new));
            for (String[] row : rows) {
                writer.row(row);
            }
        }
    }
}
