package vn.sencrm.customer;

/** What a status stands for (STA-1): a step of the path that a customer goes, or one of its two ends. */
public enum StatusPurpose {
    OPEN,
    WON,
    LOST
}
