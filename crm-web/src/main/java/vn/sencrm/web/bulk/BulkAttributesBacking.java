package vn.sencrm.web.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeFiles;
import vn.sencrm.web.customer.AttributeWords;

/**
 * The part of the bulk dialog that sets attributes: those ticked are changed, one left empty is cleared. What was ticked
 * and typed comes with each request, as everything in that dialog.
 */
@Named
@RequestScoped
public class BulkAttributesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String TICKED = "bulkAttribute";
    private static final String VALUE = "bulkAttribute.";

    @Inject
    transient AttributeWords words;

    @Inject
    transient AttributeFiles files;

    @Inject
    transient ExternalContext external;

    private transient Map<String, String[]> sent;

    @PostConstruct
    void readRequest() {
        sent = external.getRequestParameterValuesMap();
    }

    /** What is to be set, by code; null clears. */
    JsonObjectBuilder values() {
        JsonObjectBuilder values = JSON.createObjectBuilder();
        sent(TICKED).forEach(code -> values.add(code, value(code)));
        return values;
    }

    private JsonValue value(String code) {
        List<String> given =
                sent(VALUE + code).stream().filter(text -> !text.isBlank()).toList();
        if (given.isEmpty()) {
            return JsonValue.NULL;
        }
        return given.size() == 1
                ? JSON.createValue(given.get(0))
                : JSON.createArrayBuilder(given).build();
    }

    private List<String> sent(String name) {
        return Arrays.asList(sent.getOrDefault(name, new String[0]));
    }

    // ---- what the dialog shows

    public List<Attribute> getAll() {
        return words.definitions().live();
    }

    public boolean isTicked(Attribute attribute) {
        return sent(TICKED).contains(attribute.code());
    }

    /** What was typed, exactly as it was. */
    public String typed(Attribute attribute) {
        List<String> typed = sent(VALUE + attribute.code());
        return typed.isEmpty() ? "" : typed.get(0);
    }

    public boolean isChosen(Attribute attribute, String choice) {
        return sent(VALUE + attribute.code()).contains(choice);
    }

    public List<Attribute.Choice> choices(Attribute attribute) {
        return words.choices(attribute);
    }

    public int maxMegabytes(Attribute attribute) {
        return files.maxMegabytes(attribute.type());
    }
}
