package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.Gender;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.importing.ImportField;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.sheet.TemplateColumn;
import vn.sencrm.importing.sheet.TemplateWorkbook;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/** The template of a type of import, its headers, examples and explanations in the user's language. */
@RequestScoped
public class ImportTemplate {

    private static final Set<String> PROVINCES = Set.of("address.province", "location.province");
    private static final String SHARED_TAG = "tag.shared";

    /** People: of the examples of customers, the first of each field is a person. */
    private static final String CONTACTS = "contacts";

    /** How the labels of catalogues' fields begin. */
    private static final String CATALOGUE = "catalogue.field.";

    @Inject
    ImportQueries queries;

    @Inject
    CustomerReferences references;

    @Inject
    Texts texts;

    @Inject
    Preferences preferences;

    public void write(String type, OutputStream out) throws IOException {
        CustomerChoices choices = references.choices();
        List<TemplateColumn> columns = queries.fields(type).stream()
                .map(field -> column(type, field, choices))
                .toList();
        TemplateWorkbook.write(
                out,
                texts.message("import.template.sheet." + type),
                texts.message("import.template.explanation"),
                List.of(
                        texts.message("import.template.column"),
                        texts.message("import.template.meaning"),
                        texts.message("import.template.values")),
                columns);
    }

    private TemplateColumn column(String type, ImportField field, CustomerChoices choices) {
        return field.attribute() == null ? builtIn(type, field, choices) : own(field.attribute());
    }

    private TemplateColumn own(Attribute attribute) {
        String language = preferences.getLanguage();
        List<String> values =
                switch (attribute.type()) {
                    case CHOICE, MULTI_CHOICE ->
                        attribute.choices().stream()
                                .filter(choice -> !choice.archived())
                                .map(choice -> choice.name(language))
                                .toList();
                    case YES_NO -> yesNo();
                    default -> List.of();
                };
        String hint = texts.message("attribute.import_hint." + attribute.type());
        return new TemplateColumn(attribute.name(language), hint, values, List.of());
    }

    private TemplateColumn builtIn(String type, ImportField field, CustomerChoices choices) {
        String key = field.label().startsWith(CATALOGUE) ? field.label() : field.name();
        return new TemplateColumn(
                texts.message(field.label()),
                texts.message("import.hint." + key),
                key.startsWith(CATALOGUE) ? field.codes() : values(field.name(), choices),
                examples(type, key));
    }

    /** Contacts have examples of their own where those of customers would not do. */
    private List<String> examples(String type, String key) {
        boolean ofContacts = type.equals(CONTACTS);
        return Stream.of("import.example." + type + "." + key, "import.example." + key)
                .map(texts::message)
                .filter(example -> !example.startsWith("import.example."))
                .findFirst()
                .stream()
                .flatMap(examples -> Arrays.stream(examples.split("\\|", -1)))
                .map(String::strip)
                .limit(ofContacts ? 1 : Long.MAX_VALUE)
                .toList();
    }

    private List<String> values(String name, CustomerChoices choices) {
        if (PROVINCES.contains(name)) {
            return choices.provinces();
        }
        if (name.equals(SHARED_TAG)) {
            return yesNo();
        }
        Optional<CustomerField> field = CustomerField.named(name);
        if (field.isEmpty()) {
            return List.of();
        }
        return switch (field.get()) {
            case KIND -> labels(CustomerKind.values());
            case STAGE -> labels(CustomerStage.values());
            case GENDER -> labels(Gender.values());
            case SUPPLIER -> yesNo();
            case OWNER ->
                choices.of(field.get()).stream()
                        .map(CustomerChoices.Choice::code)
                        .toList();
            default ->
                choices.of(field.get()).stream()
                        .map(choice -> choice.name(preferences.getLanguage()))
                        .toList();
        };
    }

    private List<String> yesNo() {
        return List.of(texts.message("general.yes"), texts.message("general.no"));
    }

    private List<String> labels(Enum<?>[] constants) {
        return Arrays.stream(constants).map(texts::label).toList();
    }
}
