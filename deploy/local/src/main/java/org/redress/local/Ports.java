package org.redress.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback interface, the only one that the local platform listens on. */
public final class Ports {

    /** IPv4 loopback, spelled out: "localhost" may resolve to ::1 first. */
    public static final String LOOPBACK = "127.0.0.1";

    // Below the range from which systems take the ports of outgoing connections.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();
    private static final Duration KNOCK = Duration.ofSeconds(1);

    private Ports() {}

    /** A port that nobody listens on now and that this method has not returned before. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && HANDED_OUT.add(port)) {
                return port;
            }
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Whether somebody accepts connections on the port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(address(port), Math.toIntExact(KNOCK.toMillis()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** The address of a server on the port, without a path. */
    static String http(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port);
    }
}
