package vn.sencrm.merge;

import java.util.List;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerSnapshot;

/**
 * What would become of two customers.
 *
 * @param result by the rule, whatever its kind has a place for
 * @param droppedByMaster the names of fields with a value for which the master's kind has no place
 * @param droppedBySlave the same of the slave's kind, should that be chosen
 */
public record MergeProposal(
        CustomerSnapshot master,
        CustomerSnapshot slave,
        CustomerDocument result,
        List<String> droppedByMaster,
        List<String> droppedBySlave) {}
