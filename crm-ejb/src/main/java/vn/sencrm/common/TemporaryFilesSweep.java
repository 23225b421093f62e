package vn.sencrm.common;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** When a server starts, it throws away the temporary files of those that were killed, and its own when it ends. */
@Internal
@Singleton
@Startup
@PermitAll
public class TemporaryFilesSweep {

    @PostConstruct
    void sweep() {
        TemporaryFiles.sweep();
    }

    @PreDestroy
    void end() {
        TemporaryFiles.end();
    }
}
