package vn.sencrm.customer;

/** How far the relationship has come; it decides the list in which the customer stands (CUS-2). */
public enum CustomerStage {
    RAW,
    LEAD,
    CONTACT,
    ACCOUNT
}
