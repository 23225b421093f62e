package vn.sencrm.web.merge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.merge.MergeProposal;

/** The fields of two customers side by side, and what the request says of each: whose value, or which typed one. */
@RequestScoped
class MergeRows {

    static final String MASTER = "master";
    static final String SLAVE = "slave";
    static final String TYPED = "typed";

    private static final String CHOICE = "choose.";

    /** Shown above the table, or nothing that one could choose. */
    private static final Set<CustomerField> NOT_HERE =
            Set.of(CustomerField.CODE, CustomerField.STAGE, CustomerField.ATTRIBUTES);

    @Inject
    MergeWords words;

    @Inject
    MergeInputs inputs;

    @Inject
    ExternalContext external;

    /** The fields in which one of them has something, in the order of the form. */
    List<MergeRow> of(MergeProposal proposal) {
        CustomerDocument master = proposal.master().document();
        CustomerDocument slave = proposal.slave().document();
        CustomerNames names = words.names(List.of(master, slave));
        List<MergeRow> rows = new ArrayList<>();
        for (String name : names(master, slave)) {
            String one = words.value(master, name, names);
            String other = words.value(slave, name, names);
            if (!one.isEmpty() || !other.isEmpty()) {
                rows.add(row(proposal, name, one, other, words.value(proposal.result(), name, names)));
            }
        }
        return rows;
    }

    private MergeRow row(MergeProposal proposal, String name, String one, String other, String rule) {
        boolean choosable = !name.equals(CustomerField.TAGS.jsonName()) && !Objects.equals(one, other);
        boolean united = choosable && !rule.equals(one) && !rule.equals(other);
        String choice = choice(name);
        String chosen =
                switch (choice) {
                    case MASTER -> one;
                    case SLAVE -> other;
                    case TYPED -> inputs.shown(name);
                    default -> rule;
                };
        boolean lost = (isSlavesKind() ? proposal.droppedBySlave() : proposal.droppedByMaster()).contains(name);
        return new MergeRow(
                name,
                words.label(name),
                one,
                other,
                united ? rule : chosen,
                choosable,
                united,
                choice,
                dropped(proposal, name),
                lost,
                inputs.of(name, proposal.result()));
    }

    private static String dropped(MergeProposal proposal, String name) {
        String byMaster = proposal.droppedByMaster().contains(name) ? MASTER : "";
        return (byMaster + (proposal.droppedBySlave().contains(name) ? " " + SLAVE : "")).trim();
    }

    private static Set<String> names(CustomerDocument master, CustomerDocument slave) {
        Set<String> names = new LinkedHashSet<>();
        for (CustomerField field : CustomerField.values()) {
            if (!NOT_HERE.contains(field)) {
                names.add(field.jsonName());
            }
        }
        for (CustomerDocument document : List.of(master, slave)) {
            document.attributes().keySet().forEach(code -> names.add(Attribute.JSON_PREFIX + code));
        }
        return names;
    }

    private String choice(String name) {
        return external.getRequestParameterMap().getOrDefault(CHOICE + name, "");
    }

    boolean isSlavesKind() {
        return choice(CustomerField.KIND.jsonName()).equals(SLAVE);
    }

    /** By the name of a field, the customer whose value was chosen. */
    Map<String, Long> choose(long master, long slave) {
        Map<String, Long> choose = new HashMap<>();
        chosen().forEach((name, side) -> {
            if (side.equals(MASTER) || side.equals(SLAVE)) {
                choose.put(name, side.equals(MASTER) ? master : slave);
            }
        });
        return choose;
    }

    /** By the name of a field, what was typed for it. */
    Map<String, Object> typed(MergeProposal proposal) {
        Map<String, Object> typed = new HashMap<>();
        chosen().forEach((name, side) -> {
            if (side.equals(TYPED)) {
                typed.put(name, inputs.typed(name, proposal));
            }
        });
        return typed;
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new HashMap<>();
        external.getRequestParameterMap().forEach((name, value) -> {
            if (name.startsWith(CHOICE)) {
                chosen.put(name.substring(CHOICE.length()), value);
            }
        });
        return chosen;
    }
}
