package vn.sencrm.web.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;

/**
 * Lets pages of our own connect alone: browsers send cookies along with a socket that somebody else's page opens, but
 * cannot lie about its origin. That somebody is signed in is checked before, as for any page.
 */
public class LiveDoor extends ServerEndpointConfig.Configurator {

    @Override
    public boolean checkOrigin(String origin) {
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        return isOwn(origin, request.getHeader("Host"));
    }

    /** By name alone: behind a balancer a server may be told another port than browsers see. */
    static boolean isOwn(String origin, String host) {
        try {
            String asking = origin == null ? null : URI.create(origin).getHost();
            return asking != null
                    && asking.equalsIgnoreCase(URI.create("http://" + host).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
