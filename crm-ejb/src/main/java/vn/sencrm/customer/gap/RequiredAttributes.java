package vn.sencrm.customer.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.sencrm.customer.attribute.AttributesChanged;
import vn.sencrm.job.JobRequests;

/** Has it worked out anew what customers lack when an attribute becomes required, or is no longer. */
@ApplicationScoped
class RequiredAttributes {

    @Inject
    JobRequests jobs;

    void onChange(@Observes AttributesChanged changed) {
        if (changed.ofRequirement()) {
            jobs.askSoon(RequiredFields.JOB);
        }
    }
}
