package vn.sencrm.customer;

/** Whether the record lives, lies in the recycle bin, or is an alias of another. */
public enum CustomerState {
    ACTIVE,
    DELETED,
    MERGED
}
