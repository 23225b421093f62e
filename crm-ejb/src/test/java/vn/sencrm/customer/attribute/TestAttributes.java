package vn.sencrm.customer.attribute;

import java.util.List;
import java.util.Set;
import vn.sencrm.customer.CustomerKind;

/** An attribute of each type, its code the type's name in lower case. */
public final class TestAttributes {

    public static final Attributes ALL = new Attributes(List.of(
            attribute("text", AttributeType.TEXT),
            attribute("number", AttributeType.NUMBER),
            attribute("date", AttributeType.DATE),
            attribute("yes_no", AttributeType.YES_NO),
            attribute("choice", AttributeType.CHOICE),
            attribute("multi_choice", AttributeType.MULTI_CHOICE),
            attribute("photo", AttributeType.PHOTO),
            of("required", AttributeType.TEXT, true, false, CustomerKind.SHOP),
            of("archived", AttributeType.TEXT, true, true, CustomerKind.values())));

    private TestAttributes() {}

    static Attribute attribute(String code, AttributeType type) {
        return of(code, type, false, false, CustomerKind.values());
    }

    static Attribute get(String code) {
        return ALL.find(code).orElseThrow();
    }

    private static Attribute of(
            String code, AttributeType type, boolean required, boolean archived, CustomerKind... kinds) {
        List<Attribute.Choice> choices = type.isChoice()
                ? List.of(
                        new Attribute.Choice("L", "Lớn", "Large", false),
                        new Attribute.Choice("M", "Vừa", "Medium", false),
                        new Attribute.Choice("XL", "Cực lớn", "Extra large", true))
                : List.of();
        return new Attribute(
                1, 1, code, "Tên " + code, "Name " + code, type, required, Set.of(kinds), choices, archived);
    }
}
