package vn.sencrm.web.merge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.CustomerSnapshot;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.merge.Merge;
import vn.sencrm.merge.MergeMode;
import vn.sencrm.merge.MergeProposal;
import vn.sencrm.merge.MergeRequest;
import vn.sencrm.merge.MergeService;
import vn.sencrm.web.shell.Notices;

/**
 * "Sáp nhập": two customers side by side and what they become, field by field (MRG-3). The first id of the address is the
 * master. Which value each field takes comes back with the form.
 */
@Named
@RequestScoped
public class MergeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String MASTER = "master";
    private static final String SLAVE = "slave";
    private static final String CHOICE = "choose.";

    /** Shown above the table, or nothing that one could choose. */
    private static final Set<CustomerField> NOT_HERE =
            Set.of(CustomerField.CODE, CustomerField.STAGE, CustomerField.ATTRIBUTES);

    /**
     * A field of both sides.
     *
     * @param same whether both have the same, or only one has something: then there is nothing to choose
     * @param united whether the rule puts both together
     * @param choice whose value was chosen, empty for the rule's
     */
    public record Row(
            String name,
            String label,
            String master,
            String slave,
            String result,
            boolean choosable,
            boolean same,
            boolean united,
            String choice) {}

    @Inject
    transient MergeService merges;

    @Inject
    transient MergeWords words;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient MergeProposal proposal;
    private transient List<Row> rows;

    /** Reads both, so that a page of none is answered 404 before anything is shown. */
    public void open() {
        getProposal();
    }

    public MergeProposal getProposal() {
        if (proposal == null) {
            List<Long> ids = ids();
            proposal = merges.propose(ids.get(0), ids.get(1), Map.of());
        }
        return proposal;
    }

    private List<Long> ids() {
        String text = parameters().getOrDefault("ids", "");
        if (!text.matches("\\d{1,18},\\d{1,18}")) {
            throw new NotFoundException("customer", text);
        }
        return List.of(
                Long.valueOf(text.substring(0, text.indexOf(','))),
                Long.valueOf(text.substring(text.indexOf(',') + 1)));
    }

    private Map<String, Long> choose(long master, long slave) {
        Map<String, Long> choose = new HashMap<>();
        parameters().forEach((name, value) -> {
            if (name.startsWith(CHOICE) && (value.equals(MASTER) || value.equals(SLAVE))) {
                choose.put(name.substring(CHOICE.length()), value.equals(MASTER) ? master : slave);
            }
        });
        return choose;
    }

    public CustomerSnapshot getMaster() {
        return getProposal().master();
    }

    public CustomerSnapshot getSlave() {
        return getProposal().slave();
    }

    /** The address with master and slave the other way round. */
    public String getSwapped() {
        return "merge.xhtml?ids=" + getSlave().id() + "," + getMaster().id();
    }

    /** The fields in which one of them has something, in the order of the form. */
    public List<Row> getRows() {
        if (rows == null) {
            rows = rows(
                    getMaster().document(), getSlave().document(), getProposal().result());
        }
        return rows;
    }

    private List<Row> rows(CustomerDocument master, CustomerDocument slave, CustomerDocument rule) {
        CustomerNames names = words.names(List.of(master, slave));
        List<Row> made = new ArrayList<>();
        for (String name : names(master, slave)) {
            String one = words.value(master, name, names);
            String other = words.value(slave, name, names);
            if (!one.isEmpty() || !other.isEmpty()) {
                String both = words.value(rule, name, names);
                boolean choosable = !name.equals(CustomerField.TAGS.jsonName()) && !Objects.equals(one, other);
                String choice = parameters().getOrDefault(CHOICE + name, "");
                boolean united = choosable && !both.equals(one) && !both.equals(other);
                String result = choice.equals(MASTER) ? one : choice.equals(SLAVE) ? other : both;
                made.add(new Row(
                        name,
                        words.label(name),
                        one,
                        other,
                        united ? both : result,
                        choosable,
                        Objects.equals(one, other),
                        united,
                        choice));
            }
        }
        return made;
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

    /** Fields with a value for which the result's kind has no place; empty for none. */
    public String getDropped() {
        return words.labels(getProposal().dropped());
    }

    /** Merges the versions that were shown, and shows the master. */
    public void merge() throws IOException {
        List<Long> ids = ids();
        Merge merge = merges.merge(new MergeRequest(
                MergeMode.MERGE,
                ids.get(0),
                List.of(ids.get(1)),
                Map.of(ids.get(0), version("version"), ids.get(1), version("otherVersion")),
                choose(ids.get(0), ids.get(1))));
        notices.success("merge.message.info.merged", merge.slaves().get(0).name(), merge.masterName());
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id=" + merge.masterId());
    }

    private int version(String name) {
        String text = parameters().getOrDefault(name, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }
}
