package vn.sencrm.customer;

import java.io.Serializable;

/**
 * A contact of a company in one line.
 *
 * @param jobTitle may be null, as the phone
 * @param primary whether it is the one to turn to first
 */
public record CustomerContact(long id, String code, String name, String jobTitle, String phone, boolean primary)
        implements Serializable {}
