package vn.sencrm.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads and writes {@code stored_file} and its chunks, one by one through their primary key. */
@ApplicationScoped
class FileStoreSql {

    @Inject
    Database database;

    long insert(String name, String contentType, long userId, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into stored_file (id, name, content_type, size, sha256, created_by, created_at)
                                values (nextval('stored_file_seq'), ?, ?, 0, '', ?, ?) returning id
                                """,
                                name,
                                contentType,
                                userId,
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    void insertChunk(long fileId, int position, byte[] data) {
        database.update(SqlFragment.of(
                "insert into stored_file_chunk (file_id, position, data) values (?, ?, ?)", fileId, position, data));
    }

    void finish(long id, long size, String sha256) {
        database.update(SqlFragment.of("update stored_file set size = ?, sha256 = ? where id = ?", size, sha256, id));
    }

    Optional<StoredFile> find(long id) {
        return database.first(
                SqlFragment.of(
                        "select id, name, content_type, size, sha256, created_by, created_at from stored_file"
                                + " where id = ?",
                        id),
                row -> new StoredFile(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getLong("created_by"),
                        Database.instant(row, "created_at")));
    }

    Optional<byte[]> chunk(long fileId, int position) {
        return database.first(
                SqlFragment.of(
                        "select data from stored_file_chunk where file_id = ? and position = ?", fileId, position),
                row -> row.getBytes(1));
    }

    void delete(long id) {
        database.update(SqlFragment.of("delete from stored_file where id = ?", id));
    }
}
