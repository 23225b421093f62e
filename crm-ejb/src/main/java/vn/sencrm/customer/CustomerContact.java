package vn.sencrm.customer;

import java.io.Serializable;

/** A contact of a company in one line; phone and job title may be null. */
public record CustomerContact(long id, String code, String name, String jobTitle, String phone)
        implements Serializable {}
