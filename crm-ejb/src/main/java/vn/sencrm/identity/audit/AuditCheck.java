package vn.sencrm.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Checked;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.LocalDates;

/** Makes conditions of what was typed, naming every field that is wrong. */
@ApplicationScoped
class AuditCheck {

    private static final int MAX_TEXT = 200;

    @Inject
    AuditedRecords records;

    @Inject
    AuditedRecordsSql sql;

    @Inject
    Clock clock;

    /** @throws InvalidInputException for whatever cannot be looked for */
    AuditConditions checked(AuditSearch asked) {
        List<FieldProblem> problems = new ArrayList<>();
        Long actor = actor(asked.user(), problems);
        AuditedEntity entity = entity(asked.entity(), problems);
        LocalDate from = date("from", asked.from(), problems);
        LocalDate to = date("to", asked.to(), problems);
        if (from != null && to != null && from.isAfter(to)) {
            problems.add(new FieldProblem("to", "DATE_ORDER"));
        }
        Cause.Type cause = cause(asked.cause(), problems);
        Long run = run(asked.run(), problems);
        refuseLong("record", asked.record(), problems);
        refuseLong("field", asked.field(), problems);
        refuseLong("action", asked.action(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        boolean byDocument = entity != null && entity.table() == null;
        return new AuditConditions(
                actor,
                entity == null ? null : entity.name(),
                asked.record().isEmpty() || byDocument ? null : records.matching(asked.record(), entity),
                byDocument ? emptyToNull(asked.record()) : null,
                emptyToNull(asked.field()),
                emptyToNull(asked.action()),
                cause,
                run,
                from == null ? null : start(from),
                to == null ? null : start(to.plusDays(1)));
    }

    private Long actor(String user, List<FieldProblem> problems) {
        if (user.isEmpty()) {
            return null;
        }
        Optional<Long> found = user.length() > MAX_TEXT ? Optional.empty() : sql.user(user);
        if (found.isEmpty()) {
            problems.add(new FieldProblem("user", "UNKNOWN_USER", user));
        }
        return found.orElse(null);
    }

    private AuditedEntity entity(String name, List<FieldProblem> problems) {
        Optional<AuditedEntity> found = records.entity(name);
        if (!name.isEmpty() && found.isEmpty()) {
            problems.add(new FieldProblem("entity", "UNKNOWN_OPTION", name));
        }
        return found.orElse(null);
    }

    private static Cause.Type cause(String name, List<FieldProblem> problems) {
        Optional<Cause.Type> found = Arrays.stream(Cause.Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
        if (!name.isEmpty() && found.isEmpty()) {
            problems.add(new FieldProblem("cause", "UNKNOWN_OPTION", name));
        }
        return found.orElse(null);
    }

    private static Long run(String number, List<FieldProblem> problems) {
        if (number.isEmpty()) {
            return null;
        }
        if (!number.matches("\\d{1,18}")) {
            problems.add(new FieldProblem("run", "BAD_NUMBER", number));
            return null;
        }
        return Long.valueOf(number);
    }

    private static LocalDate date(String field, String text, List<FieldProblem> problems) {
        Checked<LocalDate> date = LocalDates.parse(text);
        date.problemAt(field).ifPresent(problems::add);
        return date.value();
    }

    private static void refuseLong(String field, String text, List<FieldProblem> problems) {
        if (text.length() > MAX_TEXT) {
            problems.add(new FieldProblem(field, Checked.TOO_LONG, Integer.toString(MAX_TEXT)));
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
