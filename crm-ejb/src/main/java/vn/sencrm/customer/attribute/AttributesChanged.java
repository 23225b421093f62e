package vn.sencrm.customer.attribute;

/**
 * Told by this server to itself when it has changed a definition.
 *
 * @param ofRequirement whether it is required of other customers than before
 */
public record AttributesChanged(boolean ofRequirement) {}
