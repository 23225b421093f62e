package vn.sencrm.customer.attribute;

import java.util.List;
import java.util.Set;
import vn.sencrm.customer.CustomerKind;

/**
 * What an administrator typed or sent of an attribute, before any check.
 *
 * @param code blank to have it made of the Vietnamese name; passed over for an attribute that exists
 * @param nameEn blank for the Vietnamese name
 * @param type the name of an {@link AttributeType}
 * @param kinds none for all of them
 * @param choices in their order; one that existed and is missing is archived while customers have it, else gone
 */
public record AttributeInput(
        String code,
        String nameVi,
        String nameEn,
        String type,
        boolean required,
        Set<CustomerKind> kinds,
        List<ChoiceInput> choices) {

    /**
     * A choice as typed.
     *
     * @param code blank to have it made of the name
     */
    public record ChoiceInput(String code, String nameVi, String nameEn, boolean archived) {}
}
