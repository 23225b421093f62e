package vn.sencrm.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJBAccessException;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.identity.PasswordService;

/** What the server gives the application: rights enforced at the services, and a job repository in the database. */
@ExtendWith(ArquillianExtension.class)
public class ServerIT {

    private static final String JOB =
            """
            <job id="repository-check" version="2.0" xmlns="https://jakarta.ee/xml/ns/jakartaee">
              <step id="repository-check.step">
                <batchlet ref="vn.sencrm.it.container.NothingBatchlet"/>
              </step>
            </job>
            """;

    @Deployment
    public static Archive<?> deployment() {
        return BesideTheEar.war(ServerIT.class, BesideTheEar.class, NothingBatchlet.class)
                .addAsResource(new StringAsset(JOB), "META-INF/batch-jobs/repository-check.xml");
    }

    @Test
    void whoIsNotSignedInMayCallNoCustomerService() throws Exception {
        CustomerQueries queries = service(CustomerQueries.class);
        assertThatThrownBy(() -> queries.get(1)).isInstanceOf(EJBAccessException.class);
        CustomerService customers = service(CustomerService.class);
        assertThatThrownBy(() -> customers.register(new CustomerInput(), Cause.API))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void whoIsNotSignedInMayChangeNoPassword() throws Exception {
        PasswordService passwords = service(PasswordService.class);
        assertThatThrownBy(() -> passwords.change("a", "b", "b")).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aJobRunsAndIsRememberedInTheDatabase() throws Exception {
        JobOperator jobs = BatchRuntime.getJobOperator();
        long execution = jobs.start("repository-check", new Properties());
        for (int i = 0; i < 600 && jobs.getJobExecution(execution).getEndTime() == null; i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(jobs.getJobExecution(execution).getBatchStatus()).isEqualTo(BatchStatus.COMPLETED);
        var dataSource = (javax.sql.DataSource) new InitialContext().lookup("java:jboss/datasources/CrmDS");
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from job_execution where jobexecutionid = ? and batchstatus = 'COMPLETED'")) {
            statement.setLong(1, execution);
            try (var rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T service(Class<T> type) throws Exception {
        return (T) new InitialContext().lookup("java:global/crm/crm-ejb/" + type.getSimpleName());
    }
}
