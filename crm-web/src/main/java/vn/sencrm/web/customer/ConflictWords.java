package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.FieldConflict;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** Puts conflicts into words: the original, theirs and mine, and who changed it when. */
@RequestScoped
class ConflictWords {

    @Inject
    CustomerReferences references;

    @Inject
    CustomerWords words;

    @Inject
    AttributeWords attributes;

    @Inject
    Texts texts;

    @Inject
    Formats formats;

    List<EditState.Conflict> of(List<FieldConflict> conflicts) {
        CustomerNames names = references.names(documents(conflicts));
        List<EditState.Conflict> said = new ArrayList<>();
        for (FieldConflict conflict : conflicts) {
            said.add(new EditState.Conflict(
                    conflict.name(),
                    value(conflict, conflict.base(), names),
                    value(conflict, conflict.theirs(), names),
                    value(conflict, conflict.mine(), names),
                    texts.message(
                            "customer_edit.conflict.who",
                            conflict.changedBy() == null ? texts.message("customer.system") : conflict.changedBy(),
                            formats.dateTime(conflict.changedAt()))));
        }
        return said;
    }

    private String value(FieldConflict conflict, Object value, CustomerNames names) {
        return conflict.attribute() == null
                ? words.value(conflict.field(), value, names)
                : attributes.value(conflict.attribute(), value);
    }

    /** What refers to other records; attributes do not. */
    private static List<CustomerDocument> documents(List<FieldConflict> conflicts) {
        CustomerDocument base = new CustomerDocument();
        CustomerDocument theirs = new CustomerDocument();
        CustomerDocument mine = new CustomerDocument();
        for (FieldConflict conflict : conflicts) {
            if (conflict.attribute() != null) {
                continue;
            }
            base.put(conflict.field(), conflict.base());
            theirs.put(conflict.field(), conflict.theirs());
            mine.put(conflict.field(), conflict.mine());
        }
        return List.of(base, theirs, mine);
    }
}
