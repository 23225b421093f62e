package vn.sencrm.web.merge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.web.customer.AttributeWords;
import vn.sencrm.web.customer.CustomerWords;
import vn.sencrm.web.shell.Texts;

/** Values of customers' documents, and what else merging tells, in the user's language. */
@Named
@RequestScoped
public class MergeWords {

    @Inject
    CustomerWords words;

    @Inject
    AttributeWords attributes;

    @Inject
    CustomerReferences references;

    @Inject
    Texts texts;

    CustomerNames names(List<CustomerDocument> documents) {
        return references.names(documents);
    }

    /** The label of a field or attribute by its name in JSON. */
    public String label(String name) {
        return words.field(name);
    }

    String value(CustomerDocument document, String name, CustomerNames names) {
        if (name.startsWith(Attribute.JSON_PREFIX)) {
            String code = name.substring(Attribute.JSON_PREFIX.length());
            return attributes.value(code, document.attributes().get(code));
        }
        CustomerField field = CustomerField.named(name).orElseThrow();
        Object value = document.get(field);
        return Boolean.FALSE.equals(value) ? "" : words.value(field, value, names);
    }

    /** The names of fields, put together. */
    public String labels(List<String> names) {
        return String.join(", ", names.stream().map(this::label).toList());
    }

    /** What rows of a table are to the user; of one that a later feature added its plain name. */
    public String relation(String table) {
        String key = "merge.relation." + table;
        String word = texts.message(key);
        return word.equals(key) ? table : word;
    }
}
