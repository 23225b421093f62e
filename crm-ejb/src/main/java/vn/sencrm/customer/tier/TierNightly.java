package vn.sencrm.customer.tier;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.Internal;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.filter.FilterContext;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.job.JobRuns;

/**
 * The job {@code tier-nightly}: customers who match the rule of a tier get it, of several the best, in steps of bounded size.
 * Who matches no rule keeps the tier that somebody gave. Harmless to repeat: who has the tier already is not touched.
 */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TierNightly {

    private static final int STEP = 20_000;

    /** Nobody looks: no user has this id. */
    private static final long NOBODY = 0;

    @Inject
    JobRuns runs;

    @Inject
    TierRuleSql sql;

    @Inject
    CustomerFilters filters;

    @Inject
    Clock clock;

    public void run(long runId) {
        runs.work(runId, () -> {
            List<TierRule> rules = sql.rules();
            if (!rules.isEmpty()) {
                give(runId, branches(rules));
            }
        });
    }

    /** One rule that cannot be read stops the run: without it, its customers would get a lesser tier. */
    private SqlFragment branches(List<TierRule> rules) {
        return rules.stream().map(this::branch).reduce(SqlFragment::then).orElseThrow();
    }

    private SqlFragment branch(TierRule rule) {
        try {
            FilterContext context = new FilterContext(NOBODY, List.of(), clock);
            return sql.branch(filters.where(filters.parse(rule.filter()), context), rule.tierId());
        } catch (CrmException unreadable) {
            throw TierRuleException.unreadable(rule.tier(), unreadable);
        }
    }

    private void give(long runId, SqlFragment branches) {
        long after = 0;
        boolean goOn = true;
        Optional<Long> stop = sql.nextStop(after, STEP);
        while (goOn && stop.isPresent()) {
            long from = after;
            long upTo = stop.get();
            goOn = runs.step(
                    runId, "tiers", () -> sql.give(from, upTo, branches, clock.instant(), Cause.tierRule(runId)));
            after = upTo;
            stop = sql.nextStop(after, STEP);
        }
    }
}
