package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who owns the work that this server has taken: its name and a mark of this very start, so that a server that was
 * killed and started again does not take its predecessor's work for its own.
 */
@ApplicationScoped
public class NodeId {

    private final String id = System.getProperty("jboss.node.name", "server") + ':' + UUID.randomUUID();

    public String get() {
        return id;
    }
}
