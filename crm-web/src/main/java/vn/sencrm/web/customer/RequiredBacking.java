package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.conversion.KindRules;
import vn.sencrm.customer.gap.RequirableFields;
import vn.sencrm.customer.gap.RequiredFields;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** The settings of a kind: which fields its customers should have in each stage, and what its leads become. */
@Named
@RequestScoped
public class RequiredBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RequiredFields required;

    @Inject
    transient KindRules kinds;

    @Inject
    transient CustomerWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient PageRequest request;

    @Inject
    transient ExternalContext external;

    private transient Set<RequiredFields.Rule> rules;

    public void open() throws IOException {
        request.refuses(Right.CONFIGURE);
    }

    /** The kind that the page is about; the first unless the address names another. */
    public CustomerKind getKind() {
        String named = external.getRequestParameterMap().get("kind");
        return Arrays.stream(CustomerKind.values())
                .filter(kind -> kind.name().equals(named))
                .findFirst()
                .orElse(CustomerKind.INDIVIDUAL);
    }

    public List<CustomerKind> getKinds() {
        return List.of(CustomerKind.values());
    }

    public List<CustomerStage> getStages() {
        return List.of(CustomerStage.values());
    }

    /** The fields that may be required of the kind, in the order of its form. */
    public List<CustomerField> getFields() {
        return RequirableFields.of(getKind());
    }

    public String label(CustomerField field) {
        String key = "customer.field." + field.jsonName();
        String own = texts.message(key + "." + getKind());
        return own.startsWith(key) ? words.field(field.jsonName()) : own;
    }

    public boolean isRequired(CustomerStage stage, CustomerField field) {
        if (rules == null) {
            rules = new HashSet<>(required.all());
        }
        return rules.contains(new RequiredFields.Rule(getKind(), stage, field));
    }

    /** Whether the kind counts as a person, whose leads become contacts. */
    public boolean isPersons() {
        return kinds.becomes(getKind()) == CustomerStage.CONTACT;
    }

    public void save() throws IOException {
        List<RequiredFields.Rule> ticked = new ArrayList<>();
        for (CustomerStage stage : CustomerStage.values()) {
            String[] fields = external.getRequestParameterValuesMap().getOrDefault(stage.name(), new String[0]);
            Arrays.stream(fields)
                    .flatMap(name -> CustomerField.named(name).stream())
                    .forEach(field -> ticked.add(new RequiredFields.Rule(getKind(), stage, field)));
        }
        required.replace(getKind(), ticked);
        String becomes = external.getRequestParameterMap().get("becomes");
        kinds.change(
                getKind(),
                CustomerStage.CONTACT.name().equals(becomes) ? CustomerStage.CONTACT : CustomerStage.ACCOUNT);
        notices.success("customer_required.message.info.saved");
        external.redirect("required.xhtml?kind=" + getKind());
    }
}
