package vn.sencrm.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Finds a port offset at which all of the product's ports are free, so that a product that runs already may stay. */
final class Ports {

    /** Between lanes: each may move up a few times before it meets the next. */
    private static final int LANE = 500;

    private static final int[] PORTS = {8080, 8443, 9990, 7600, 7700, 15432, LocalGeocoder.PORT};

    /** Those of a cluster's servers, beside each of the above. */
    private static final int[] SHIFTS = Sen.IS_CLUSTER ? new int[] {0, 10, 20} : new int[] {0};

    private Ports() {}

    static int freeOffset() {
        int first = Integer.getInteger("sen.port-offset", 20_000) + Lane.number() * LANE;
        return IntStream.iterate(first, offset -> offset < 49_000, offset -> offset + 100)
                .filter(offset -> IntStream.of(SHIFTS).allMatch(shift -> areFree(offset + shift)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports"));
    }

    private static boolean areFree(int offset) {
        return IntStream.of(PORTS).allMatch(port -> isFree(port + offset));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
