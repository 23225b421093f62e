package vn.sencrm.customer.attribute;

/** What kind of value an attribute holds; the comments say in which Java form it stands in a document. */
public enum AttributeType {
    /** A text of up to {@value AttributeCheck#TEXT_LIMIT} characters. */
    TEXT,
    /** A {@link java.math.BigDecimal} in normal form. */
    NUMBER,
    /** An ISO text. */
    DATE,
    /** A {@link Boolean}; false is a value, unlike none. */
    YES_NO,
    /** A choice's code. */
    CHOICE,
    /** A list of codes in the order of the definition. */
    MULTI_CHOICE,
    /** The id of a stored file, as a {@link java.math.BigDecimal}. */
    PHOTO,
    /** As {@link #PHOTO}. */
    VIDEO;

    public boolean isChoice() {
        return this == CHOICE || this == MULTI_CHOICE;
    }

    public boolean isFile() {
        return this == PHOTO || this == VIDEO;
    }
}
