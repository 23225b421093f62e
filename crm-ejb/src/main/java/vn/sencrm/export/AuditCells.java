package vn.sencrm.export;

import java.time.ZoneId;
import java.util.Objects;
import vn.sencrm.identity.audit.AuditHit;

/** The cells of an entry of the audit. */
final class AuditCells {

    private final ChangeCells changes;
    private final ZoneId zone;

    AuditCells(ChangeCells changes, ZoneId zone) {
        this.changes = changes;
        this.zone = zone;
    }

    /** @param column one of {@link AuditList#COLUMNS} */
    String of(String column, AuditHit hit) {
        return switch (column) {
            case "at" -> ExportWords.moment(hit.entry().at(), zone);
            case "actor" ->
                hit.entry().actorName() == null
                        ? changes.word("system")
                        : hit.entry().actorName();
            case "username" -> hit.username();
            case "source" -> hit.source();
            case "entity" -> changes.word("entity." + hit.entity());
            case "code" -> hit.record().code();
            case "record" ->
                Objects.requireNonNullElse(
                        hit.record().name(changes.language()),
                        "#" + hit.record().id());
            case "action" -> changes.word("action." + hit.entry().action());
            case "changes" -> changes.of(hit);
            case "cause" -> changes.word("cause." + hit.entry().cause().type());
            case "causeId" -> Objects.toString(hit.entry().cause().id(), null);
            default -> null;
        };
    }
}
