package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    private static final String PROVINCE = "address.province";

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
                .map(field -> column(field, choices))
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

    private TemplateColumn column(ImportField field, CustomerChoices choices) {
        return field.attribute() == null ? builtIn(field, choices) : own(field.attribute());
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
                    case YES_NO -> List.of(texts.message("general.yes"), texts.message("general.no"));
                    default -> List.of();
                };
        String hint = texts.message("attribute.import_hint." + attribute.type());
        return new TemplateColumn(attribute.name(language), hint, values, List.of());
    }

    private TemplateColumn builtIn(ImportField field, CustomerChoices choices) {
        String key = field.label().startsWith(CATALOGUE) ? field.label() : field.name();
        return new TemplateColumn(
                texts.message(field.label()),
                texts.message("import.hint." + key),
                key.startsWith(CATALOGUE) ? List.of() : values(field.name(), choices),
                Arrays.asList(texts.message("import.example." + key).split("\\|", -1)).stream()
                        .map(String::strip)
                        .toList());
    }

    private List<String> values(String name, CustomerChoices choices) {
        if (name.equals(PROVINCE)) {
            return choices.provinces();
        }
        Optional<CustomerField> field = CustomerField.named(name);
        if (field.isEmpty()) {
            return List.of();
        }
        return switch (field.get()) {
            case KIND -> labels(CustomerKind.values());
            case STAGE -> labels(CustomerStage.values());
            case GENDER -> labels(Gender.values());
            case SUPPLIER -> List.of(texts.message("general.yes"), texts.message("general.no"));
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

    private List<String> labels(Enum<?>[] constants) {
        return Arrays.stream(constants).map(texts::label).toList();
    }
}
