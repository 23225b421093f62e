import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Copies the running embedded database, as pg_basebackup would (which its archive lacks): {@code java Backup.java DATA
 * FILE}, with CRM_DB_URL, CRM_DB_USER and CRM_DB_PASSWORD. Between start and stop of the backup the data folder is
 * copied while it changes; what was written meanwhile follows from the log of that time, with which it is recovered.
 */
class Backup {

    /** Left out of the copy: what belongs to the running process, and the log, which follows at the end. */
    private static final List<String> LEFT_OUT = List.of(
            "postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "pg_stat_tmp", "pg_subtrans", "pg_dynshmem", "pg_notify", "pg_serial",
            "pg_snapshots", "pgsql_tmp*", "backup_label*");

    /** These folders must be there, though empty. */
    private static final List<String> EMPTY = List.of(
            "pg_wal/archive_status", "pg_replslot", "pg_stat_tmp", "pg_subtrans", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots");

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path end = Files.createTempDirectory("sen-crm-backup");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 16);
                Connection connection = DriverManager.getConnection(
                        System.getenv("CRM_DB_URL"), System.getenv("CRM_DB_USER"), System.getenv("CRM_DB_PASSWORD"))) {
            String first = text(connection, "select pg_walfile_name(pg_backup_start('sen-crm', true))");
            tar(out, data, LEFT_OUT);
            stop(connection, data, end, first);
            tar(out, end, List.of());
        } finally {
            delete(end);
        }
    }

    /** Lays what a recovery needs besides the copy: the label, and the log from the start of the backup to its end. */
    private static void stop(Connection connection, Path data, Path end, String first) throws Exception {
        String last;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
            row.next();
            Files.writeString(end.resolve("backup_label"), row.getString(1));
            last = row.getString(2);
        }
        for (String folder : EMPTY) {
            Files.createDirectories(end.resolve(folder));
        }
        if (!Files.exists(data.resolve("pg_wal").resolve(first))) {
            throw new IllegalStateException("The database wrote more during the backup than it keeps of its log (wal_keep_size). Try again.");
        }
        try (var segments = Files.list(data.resolve("pg_wal"))) {
            for (Path segment : segments.filter(file -> isBetween(file, first, last)).toList()) {
                Files.copy(segment, end.resolve("pg_wal").resolve(segment.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static boolean isBetween(Path file, String first, String last) {
        String name = file.getFileName().toString();
        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }

    /** tar answers 1 when a file changed while it was read, which is what the log is for. */
    private static void tar(OutputStream out, Path folder, List<String> leftOut) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tar", "-C", folder.toString(), "--warning=no-file-changed", "--warning=no-file-removed"));
        leftOut.forEach(name -> command.add("--exclude=./" + name));
        leftOut.stream().filter(name -> name.contains("*")).forEach(name -> command.add("--exclude=" + name));
        command.addAll(List.of("-cf", "-", "."));
        Process tar = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream archive = tar.getInputStream()) {
            archive.transferTo(out);
        }
        if (tar.waitFor() > 1) {
            throw new IOException("tar failed");
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
