package vn.sencrm.merge;

import java.util.List;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerSnapshot;

/**
 * What would become of two customers.
 *
 * @param dropped the names of fields with a value for which the result's kind has no place
 */
public record MergeProposal(
        CustomerSnapshot master, CustomerSnapshot slave, CustomerDocument result, List<String> dropped) {}
