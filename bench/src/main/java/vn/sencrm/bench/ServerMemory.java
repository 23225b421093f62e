package vn.sencrm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server's JVM takes, in megabytes: of the machine, and of its heap after a collection. */
final class ServerMemory {
    private static final Pattern USED = Pattern.compile("(?:total \\d+K, )?used (\\d+)K");

    private final long pid;

    ServerMemory(long pid) {
        this.pid = pid;
    }

    double resident() {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The heap in use right now, garbage included. */
    double heapUsed() throws IOException {
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        return used.find() ? Double.parseDouble(used.group(1)) / 1024 : 0;
    }

    /** What a full collection leaves. */
    double heapLive() throws IOException {
        jcmd("GC.run");
        return heapUsed();
    }

    private String jcmd(String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return output;
    }
}
