package vn.sencrm.merge;

import java.util.List;
import java.util.Map;

/**
 * What a merge is asked for.
 *
 * @param mode who wins
 * @param slaveIds who become aliases of the master, taken in one after the other
 * @param versions the version of each that the user looked at, by id
 * @param choose by the name of a field or attribute in JSON, the customer whose value the result is to have
 */
public record MergeRequest(
        MergeMode mode, long masterId, List<Long> slaveIds, Map<Long, Integer> versions, Map<String, Long> choose) {

    public MergeRequest {
        slaveIds = List.copyOf(slaveIds);
        versions = Map.copyOf(versions);
        choose = Map.copyOf(choose);
    }
}
