package vn.sencrm.customer;

/** What sort of profile a customer is; it decides the form. */
public enum CustomerKind {
    INDIVIDUAL,
    ORGANIZATION,
    SHOP,
    HOUSEHOLD;

    /** Whether the name is a person's or a family's, so that a title in it is no part of the name. */
    public boolean isPerson() {
        return this == INDIVIDUAL || this == HOUSEHOLD;
    }
}
