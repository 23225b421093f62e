package vn.sencrm.customer;

/** The gender of an individual. */
public enum Gender {
    MALE,
    FEMALE,
    OTHER
}
