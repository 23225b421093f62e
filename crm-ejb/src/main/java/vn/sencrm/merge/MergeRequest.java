package vn.sencrm.merge;

import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;

/**
 * What a merge is asked for.
 *
 * @param mode who wins
 * @param slaveIds who become aliases of the master, taken in one after the other
 * @param versions the version of each that the user looked at, by id
 * @param choose by the name of a field or attribute in JSON, the customer whose value the result is to have
 * @param typed by the same names, what somebody typed for the result instead, in the forms of a {@code CustomerInput}
 * @param cause where it was typed, which decides what is asked of keys that none of them had
 */
public record MergeRequest(
        MergeMode mode,
        long masterId,
        List<Long> slaveIds,
        Map<Long, Integer> versions,
        Map<String, Long> choose,
        Map<String, Object> typed,
        Cause cause) {

    public MergeRequest {
        slaveIds = List.copyOf(slaveIds);
        versions = Map.copyOf(versions);
        choose = Map.copyOf(choose);
        typed = Map.copyOf(typed);
    }

    /** Of the values that there are, nothing typed. */
    public MergeRequest(
            MergeMode mode, long masterId, List<Long> slaveIds, Map<Long, Integer> versions, Map<String, Long> choose) {
        this(mode, masterId, slaveIds, versions, choose, Map.of(), Cause.SYSTEM);
    }
}
