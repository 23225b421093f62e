package vn.sencrm.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.audit.AuditHit.Subject;

/** Reads the records that audit entries are about; names of tables and columns come from {@link AuditedEntity} alone. */
@ApplicationScoped
class AuditedRecordsSql {

    @Inject
    Database database;

    /** By user name; by full name where only one has it. */
    Optional<Long> user(String name) {
        return database.first(
                SqlFragment.of(
                        """
                        select id from app_user u
                        where lower(u.username) = lower(?)
                        or u.full_name_fold = ? and not exists (
                            select from app_user o where o.id <> u.id
                            and (o.full_name_fold = u.full_name_fold or lower(o.username) = lower(?)))
                        """,
                        name,
                        TextFold.fold(name),
                        name),
                row -> row.getLong(1));
    }

    /** The newest records that a text finds. */
    List<Long> matching(AuditedEntity entity, String text, int limit) {
        SqlFragment found = SqlFragment.of("select c.id from " + entity.table() + " c where ")
                .then(
                        entity.matching() == null
                                ? byCodeOrName(entity, text)
                                : entity.matching().apply(text))
                .then(SqlFragment.of(" order by c.id desc limit ?", limit));
        return database.list(found, row -> row.getLong(1));
    }

    private static SqlFragment byCodeOrName(AuditedEntity entity, String text) {
        String part = "%" + TextFold.likePattern(TextFold.fold(text)) + "%";
        SqlFragment byName = SqlFragment.of(
                "(text_fold(c." + entity.nameVi() + ") like ? or text_fold(c." + entity.nameEn() + ") like ?)",
                part,
                part);
        return entity.code() == null
                ? byName
                : byName.or(SqlFragment.of("lower(c." + entity.code() + ") = lower(?)", text));
    }

    List<Subject> subjects(AuditedEntity entity, List<Long> ids) {
        String code = entity.code() == null ? "null" : "c." + entity.code();
        return database.list(
                SqlFragment.of(
                        "select c.id, " + code + ", c." + entity.nameVi() + ", c." + entity.nameEn() + " from "
                                + entity.table() + " c where c.id = any(?)",
                        ids),
                row -> new Subject(
                        entity.name(),
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        entity.address(row.getLong(1))));
    }
}
