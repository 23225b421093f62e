package vn.sencrm.duplicate.nightly;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.Internal;
import vn.sencrm.duplicate.DuplicateConfig;
import vn.sencrm.duplicate.DuplicateRules;
import vn.sencrm.duplicate.DuplicateRulesSql;
import vn.sencrm.job.JobRuns;

/**
 * The job {@code duplicates-nightly}. What it finds is gathered beside the pairs and laid over them at the end; whatever
 * was saved meanwhile knows better and stays. Harmless to repeat: where nothing changed, nothing is written.
 */
@Internal
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DuplicateNightly {

    private static final Logger LOG = Logger.getLogger(DuplicateNightly.class.getName());

    @Inject
    JobRuns runs;

    @Inject
    DuplicateRulesSql settings;

    @Inject
    DuplicateConfig config;

    @Inject
    FoundSql found;

    @Inject
    BlocksSql blocks;

    @Inject
    PairsAnewSql pairs;

    @Inject
    GroupsAnewSql groups;

    public void run(long runId) {
        runs.work(runId, () -> workOut(runId, settings.read()));
    }

    private void workOut(long runId, DuplicateRules rules) {
        String before = pairs.snapshot();
        boolean goOn = runs.step(runId, "duplicates-by-key", () -> {
                    found.clear();
                    return pairs.findByKeys(rules);
                })
                && compareNames(runId, rules)
                && runs.step(runId, "pairs-changed", () -> pairs.write(before));
        if (goOn) {
            runs.step(runId, "groups-changed", groups::write);
        }
        runs.step(runId, "duplicates-by-key", () -> {
            found.clear();
            return 0;
        });
    }

    /** False when somebody asked the run to stop. */
    private boolean compareNames(long runId, DuplicateRules rules) {
        AtomicBoolean goOn = new AtomicBoolean(true);
        NameBlocks names = new NameBlocks(config.blockLimit(), rows -> {
            if (goOn.get()) {
                goOn.set(runs.step(runId, "duplicates-by-name", () -> found.copy(rows)));
            }
        });
        blocks.each(rules, names, goOn::get);
        names.finish();
        if (!names.tooLarge().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "Duplicates: more than {0} different names in each of {1} blocks, of which only the same ones are"
                            + " paired: {2}",
                    new Object[] {
                        config.blockLimit(),
                        names.tooLarge().size(),
                        String.join(
                                ", ",
                                names.tooLarge()
                                        .subList(
                                                0, Math.min(20, names.tooLarge().size())))
                    });
            runs.step(runId, "blocks-too-large", () -> names.tooLarge().size());
        }
        return goOn.get();
    }
}
