package vn.sencrm.customer;

import java.io.Serializable;

/** A hit of the quick search: enough to recognise a customer by. */
public record CustomerSuggestion(long id, String code, String name, CustomerKind kind, String phone)
        implements Serializable {}
