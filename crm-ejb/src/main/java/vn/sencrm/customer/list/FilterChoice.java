package vn.sencrm.customer.list;

import java.io.Serializable;

/**
 * Something that a condition may name: a user, a tag, a commune …
 *
 * @param value what stands in the filter: a user name, a tag's name, a code
 * @param nameVi what people call it in Vietnamese
 * @param nameEn and in English; the same for what has one name
 * @param hint what tells it from others of the same name, or empty
 */
public record FilterChoice(String value, String nameVi, String nameEn, String hint) implements Serializable {

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameVi;
    }
}
