package vn.sencrm.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the server's JVM and its database take of the machine, read from outside. All zero for a server that the bench
 * did not start.
 *
 * @param pid of the JVM, 0 for none
 * @param postmaster of the database, 0 for none
 */
record ServerProcess(long pid, long postmaster) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /** Resident memory in megabytes. */
    double resident() throws IOException {
        if (pid == 0) {
            return 0;
        }
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** The heap in use right now, garbage included, in megabytes. */
    double heapUsed() throws IOException {
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        return used.find() ? Double.parseDouble(used.group(1)) / 1024 : 0;
    }

    /** What a full collection leaves of the heap. */
    double heapLive() throws IOException {
        jcmd("GC.run");
        return heapUsed();
    }

    private String jcmd(String command) throws IOException {
        if (pid == 0) {
            return "";
        }
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

    /** Processor time that server and database have used up to now, in seconds: what a busy machine does not change. */
    double cpu() throws IOException {
        if (pid == 0) {
            return 0;
        }
        double ticks = ticks(stat(Path.of("/proc/" + pid)));
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                List<String> stat = stat(process);
                ticks += !stat.isEmpty() && Long.parseLong(stat.get(PARENT)) == postmaster ? ticks(stat) : 0;
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double ticks(List<String> stat) {
        return Double.parseDouble(stat.get(USER_TICKS)) + Double.parseDouble(stat.get(SYSTEM_TICKS));
    }

    /** What follows the program's name, which may hold anything; empty for a process that has ended. */
    private static List<String> stat(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }
}
