package vn.sencrm.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.export.ExportColumn;
import vn.sencrm.export.ListRequest;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Texts;

/** What a file of the audit is written with: its headers, and the words that the job does not know. */
@RequestScoped
public class AuditFileWords {

    private static final List<String> COLUMNS = List.of(
            "at", "actor", "username", "source", "entity", "code", "record", "action", "changes", "cause", "causeId");

    @Inject
    AuditWords words;

    @Inject
    Texts texts;

    /** The columns that are asked for, or all. */
    public List<ExportColumn> columns(ListRequest asked) {
        List<String> names = asked.columns() == null ? COLUMNS : asked.columns();
        return names.stream()
                .distinct()
                .map(name -> new ExportColumn(name, texts.message("audit_file." + name)))
                .toList();
    }

    /** Every word for what entries tell by its code. */
    public Map<String, String> ofFiles() {
        Map<String, String> all = new HashMap<>();
        all.put("system", texts.message("customer.system"));
        all.put("nothing", texts.message("customer.nothing"));
        words.getEntities().forEach(one -> all.put("entity." + one.name(), one.label()));
        words.getActions().forEach(one -> all.put("action." + one.name(), one.label()));
        words.getCauses().forEach(one -> all.put("cause." + one.name(), one.label()));
        words.getFields().forEach(one -> all.put("field." + one.name(), one.label()));
        Right.GRANTABLE.forEach(right -> all.put("value.rights." + right, texts.message("right." + right)));
        AuditWords.CONSTANTS.forEach((field, constants) -> {
            for (Enum<?> constant : constants.getEnumConstants()) {
                all.put("value." + field + "." + constant.name(), texts.label(constant));
            }
        });
        return all;
    }
}
