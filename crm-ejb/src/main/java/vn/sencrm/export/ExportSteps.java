package vn.sencrm.export;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.sencrm.common.Internal;
import vn.sencrm.file.FileStore;
import vn.sencrm.file.StoredFile;
import vn.sencrm.job.NodeId;
import vn.sencrm.job.NotOurRunException;

/** What an export writes to the database, fenced by the run's owner; its file is stored with its end or not at all. */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExportSteps {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);

    @Inject
    ExportRunSql runs;

    @Inject
    FileStore files;

    @Inject
    NodeId node;

    @Inject
    Clock clock;

    /** The rows of this attempt are counted from the first. */
    public void begin(long run, long total) {
        NotOurRunException.unless(runs.begin(run, node.get(), total, clock.instant()), run);
    }

    /** So many rows are written. */
    public void advance(long run, long rows) {
        NotOurRunException.unless(runs.advance(run, node.get(), rows, clock.instant()), run);
    }

    /** Stores the file and ends the run. */
    public void finish(ExportRun run, long rows, InputStream content) {
        try {
            String name = fileName(run.list(), run.format(), run.createdAt().atZone(clock.getZone()));
            StoredFile file = files.store(name, run.format().contentType(), content, Long.MAX_VALUE, run.createdBy());
            NotOurRunException.unless(runs.finish(run.id(), node.get(), rows, file.id(), clock.instant()), run.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code customers-20261126-0915.xlsx}: when it was asked for, in the company's zone. */
    static String fileName(String list, ExportFormat format, ZonedDateTime asked) {
        return list + "-" + STAMP.format(asked) + "." + format.code();
    }
}
