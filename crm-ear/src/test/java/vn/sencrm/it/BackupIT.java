package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Product.Ended;

/** A copy of the database is taken while the product works, and brought back in an empty place (OPS-5). */
class BackupIT {

    /** All of a customer's row, in the order of ids. */
    private static final String HASH =
            "select count(*) || ' ' || coalesce(md5(string_agg(md5(c::text), '' order by c.id)), '')"
                    + " from customer c where c.owner_id = %d";

    private final Path file = Sen.output("backups").resolve("crm-" + Unique.number() + ".tar.gz");
    private final Path home = Lane.home().resolveSibling(Lane.home().getFileName() + "-restored");
    private final Product restored =
            new Product(Lane.root(), home, Sen.product().offset() + 200, Map.of("CRM_JOB_SCHEDULES", "false"));

    @AfterEach
    void tidyUp() throws IOException {
        restored.stop();
        restored.forgetData();
        Files.deleteIfExists(file);
    }

    @Test
    @Tag("full")
    void whatWasThereBeforeTheBackupIsThereAfterTheRestoreWhateverIsWrittenMeanwhile() throws Exception {
        TestUser owner = TestUsers.administrator();
        TestCustomers.sharingOneTime(owner, 2_000);
        String before = Db.text(HASH.formatted(owner.id()));
        AtomicBoolean isOver = new AtomicBoolean();
        Thread writer = writer(isOver);

        Ended backup = Sen.product().run("backup", file.toString());
        isOver.set(true);
        writer.join();
        assertThat(backup.code()).as(backup.said()).isZero();
        assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("GROUP", "OTHERS");

        restored.forgetData();
        Ended restore = restored.run("restore", file.toString());
        assertThat(restore.code()).as(restore.said()).isZero();
        restored.start();
        assertThat(inRestored(HASH.formatted(owner.id()))).isEqualTo(before);
        assertThat(inRestored("select count(*) from pg_index where not indisvalid"))
                .isEqualTo("0");
    }

    /** Customers of somebody else, made one after the other as long as the backup takes. */
    private static Thread writer(AtomicBoolean isOver) {
        TestUser other = TestUsers.staff();
        Thread writer = new Thread(() -> {
            while (!isOver.get()) {
                TestCustomers.sharingOneTime(other, 100);
            }
        });
        writer.start();
        return writer;
    }

    private String inRestored(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        restored.databaseUrl(), restored.databaseUser(), restored.databasePassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void nothingIsOverwrittenByABackupNorByARestore() throws IOException {
        Files.writeString(file, "mine");
        Ended backup = Sen.product().run("backup", file.toString());
        assertThat(backup.code()).isNotZero();
        assertThat(backup.said()).contains("is there already");
        assertThat(Files.readString(file)).isEqualTo("mine");
        Ended restore = Sen.product().run("restore", file.toString());
        assertThat(restore.code()).isNotZero();
        assertThat(restore.said()).contains("already runs");
        Ended damaged = restored.run("restore", file.toString());
        assertThat(damaged.code()).isNotZero();
        assertThat(damaged.said()).contains("is no backup");
    }
}
