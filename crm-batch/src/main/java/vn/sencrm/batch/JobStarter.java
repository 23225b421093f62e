package vn.sencrm.batch;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Properties;

/** The one place that calls the job operator; it must be called outside of a transaction. */
@ApplicationScoped
public class JobStarter {

    /** Starts a new execution of a job and returns at once with its id. */
    public long start(String job, Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        return BatchRuntime.getJobOperator().start(job, properties);
    }
}
