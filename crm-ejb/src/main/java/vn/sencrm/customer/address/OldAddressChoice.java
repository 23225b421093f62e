package vn.sencrm.customer.address;

/**
 * What an administrator decided: these words mean the place with this code.
 *
 * @param province as written, empty for none
 * @param commune as written, empty for none
 */
public record OldAddressChoice(String province, String commune, String code) {}
