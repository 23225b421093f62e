package vn.sencrm.customer.attribute;

/** Told by this server to itself when it has changed a definition. */
record AttributesChanged(long id) {}
