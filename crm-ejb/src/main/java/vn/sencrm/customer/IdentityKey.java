package vn.sencrm.customer;

/** A normalised key of a customer, by which duplicates and searches find it ({@code 90-rules.md}, Keys). */
public record IdentityKey(Kind kind, String key) {

    /** What the key is made of. */
    public enum Kind {
        PHONE,
        EMAIL,
        TAX,
        IDNO,
        ZALO,
        NAME
    }
}
