package vn.sencrm.customer.bin;

import java.io.Serializable;
import java.time.Instant;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;

/**
 * A customer in the recycle bin.
 *
 * @param owner full name, null for nobody
 * @param deletedBy full name
 * @param keptUntil from then on the nightly purge may remove it
 */
public record BinEntry(
        long id,
        String code,
        String name,
        CustomerKind kind,
        CustomerStage stage,
        String owner,
        String deletedBy,
        Instant deletedAt,
        Instant keptUntil)
        implements Serializable {}
