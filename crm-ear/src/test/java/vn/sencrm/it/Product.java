package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** One installation of the product, driven through the real {@code ./crm} with a home and ports of its own. */
final class Product {

    private static final Duration START = Duration.ofSeconds(300);
    private static final String READY = "Sen CRM is ready at";

    /** A server that lives for minutes compiles its code quickly, not well: that took a third of its time. */
    private static final String QUICKLY_COMPILED = "-XX:TieredStopAtLevel=1";

    /** The servers of {@code ./crm cluster}, each so many ports above the balancer. */
    private static final Map<String, Integer> SERVERS = Map.of("a", 10, "b", 20);

    private final Path root;
    private final Path home;
    private final int offset;
    private final Map<String, String> environment = new HashMap<>();
    private String command = "run";
    private Path output;
    private Process process;

    Product(Path root, Path home, int offset, Map<String, String> more) {
        this.root = root;
        this.home = home;
        this.offset = offset;
        this.output = home.resolveSibling(home.getFileName() + "-run.log");
        environment.putAll(Map.of(
                "CRM_HOME",
                home.toString(),
                "CRM_PORT_OFFSET",
                Integer.toString(offset),
                "CRM_DEMO",
                "false",
                "CRM_SKIP_BUILD",
                "true",
                "CRM_FAST_START",
                "false",
                "CRM_ADMIN_PASSWORD",
                Sen.ADMIN_PASSWORD,
                "CRM_JAVA_OPTIONS",
                QUICKLY_COMPILED));
        environment.putAll(more);
    }

    /** Two servers and a balancer; a server that ends stays down until it is started. */
    static Product cluster(Path root, Path home, int offset, Map<String, String> more) {
        Product cluster = new Product(root, home, offset, more);
        cluster.command = "cluster";
        cluster.environment.put("CRM_CLUSTER_RESTARTS", "false");
        cluster.environment.put("CRM_JAVA_MEMORY", "1g");
        cluster.environment.put("CRM_LOG_FORMAT", "json");
        cluster.environment.put("CRM_EAR", cluster.ear().toString());
        return cluster;
    }

    /** One server of a cluster, which the cluster itself starts. */
    Product server(String name) {
        return new Product(root, home.resolve(name), offset + SERVERS.get(name), Map.of());
    }

    /** One server of a cluster as somebody starts it by hand, with other variables than the cluster gives it. */
    Product member(String name, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "CRM_NODE_NAME",
                name,
                "CRM_CLUSTER_NAME",
                "sen-crm-" + offset,
                "CRM_CLUSTER_HOSTS",
                "127.0.0.1[%d],127.0.0.1[%d]"
                        .formatted(server("a").port(7600), server("b").port(7600)),
                "CRM_LOG_FORMAT",
                "json",
                "CRM_DB_URL",
                databaseUrl(),
                "CRM_DB_USER",
                databaseUser(),
                "CRM_DB_PASSWORD",
                databasePassword()));
        settings.putAll(more);
        return new Product(root, home.resolve(name), offset + SERVERS.get(name), settings);
    }

    /** The release under test. */
    Path builtEar() {
        return root.resolve("crm-ear/target/crm.ear");
    }

    /** What a cluster's servers deploy at their next start. */
    void place(Path release) {
        Path fresh = home.resolve("crm.ear.new");
        try {
            Files.createDirectories(home);
            Files.copy(release, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, ear(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ear() {
        return home.resolve("crm.ear");
    }

    /** Of this server. */
    String log() {
        return read(home.resolve("log/server.log"));
    }

    int port(int standard) {
        return standard + offset;
    }

    int offset() {
        return offset;
    }

    /** Another run in the same home. */
    Product twin(Map<String, String> more) {
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(more);
        Product twin = new Product(root, home, offset, both);
        twin.output = home.resolveSibling(home.getFileName() + "-twin.log");
        return twin;
    }

    /** Returns when the product says that it is ready. */
    void start() {
        process = launch(output, command);
        try {
            Await.until("the product's start", START, () -> isReady() || !process.isAlive());
        } catch (AssertionError e) {
            stop();
            throw new IllegalStateException(told(), e);
        }
        if (!isReady()) {
            throw new IllegalStateException(told());
        }
    }

    /** Runs {@code ./crm run} until it ends by itself, and answers what it said and its exit code. */
    Ended runToItsEnd() {
        process = launch(output, "run");
        try {
            awaitEnd(START);
        } finally {
            stop();
        }
        return new Ended(process.exitValue(), told());
    }

    /** Runs another command of {@code ./crm} and answers what it said and its exit code. */
    Ended run(String... command) {
        Path said = home.resolveSibling(home.getFileName() + "-" + command[0] + ".log");
        Process ended = launch(said, command);
        Await.until("the end of ./crm " + command[0], START, () -> !ended.isAlive());
        return new Ended(ended.exitValue(), told(said));
    }

    /** What a command left. */
    record Ended(int code, String said) {}

    private boolean isReady() {
        return told().lines().anyMatch(line -> line.startsWith(READY));
    }

    /** Another command to this installation while it runs. */
    Ended command(String... words) {
        Path said = home.resolveSibling(home.getFileName() + "-command.log");
        Process running = launch(said, words);
        Await.until(String.join(" ", words), START, () -> !running.isAlive());
        return new Ended(running.exitValue(), read(said));
    }

    /** What the present run has said. */
    String told() {
        return told(output);
    }

    private static String told(Path output) {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Ctrl-C does, in order: the server, then the database. */
    void stop() {
        if (process != null && process.isAlive()) {
            process.destroy();
            awaitEnd(Duration.ofSeconds(100));
        }
    }

    void awaitEnd(Duration limit) {
        Await.until("the end of ./crm run", limit, () -> !process.isAlive());
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** @param what {@code server} or {@code postgres} */
    void kill(String what) {
        signal("KILL", what);
    }

    /** Keeps a process from noticing anything until it may go on. */
    void pause(String what) {
        signal("STOP", what);
    }

    void goOn(String what) {
        signal("CONT", what);
    }

    private void signal(String signal, String what) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid(what)))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid(String what) {
        return Long.parseLong(read(home.resolve("run").resolve(what + ".pid")));
    }

    /** What a run that was itself killed left behind. */
    void stopLeftovers() {
        Process stop = launch(home.resolveSibling(home.getFileName() + "-stop.log"), "stop");
        Await.until("./crm stop", Duration.ofSeconds(120), () -> !stop.isAlive());
    }

    /** The next start finds an empty database; what was unpacked stays. */
    void forgetData() {
        delete(home.resolve("postgres"));
        delete(home.resolve("log"));
        delete(home.resolve("server/standalone/data"));
        SERVERS.keySet().forEach(name -> delete(home.resolve(name).resolve("log")));
    }

    String databaseUrl() {
        String own = System.getenv("CRM_DB_URL");
        return own == null || own.isEmpty() ? "jdbc:postgresql://127.0.0.1:" + port(15432) + "/crm" : own;
    }

    String databaseUser() {
        return System.getenv().getOrDefault("CRM_DB_USER", "crm");
    }

    String databasePassword() {
        String own = System.getenv("CRM_DB_PASSWORD");
        return own == null ? read(home.resolve("run/database.password")) : own;
    }

    /**
     * A thread of its own keeps waiting for the process: Linux ends the child when the thread that began it ends, so
     * that nothing outlives tests which were killed themselves.
     */
    private Process launch(Path output, String... words) {
        List<String> line = new ArrayList<>(
                List.of("setpriv", "--pdeathsig", "TERM", root.resolve("crm").toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process[] started = new Process[1];
        CountDownLatch isStarted = new CountDownLatch(1);
        Thread keeper = new Thread(() -> keep(builder, started, isStarted), "keeper of " + words[0]);
        keeper.setDaemon(true);
        keeper.start();
        try {
            isStarted.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return started[0];
    }

    private static void keep(ProcessBuilder builder, Process[] started, CountDownLatch isStarted) {
        try {
            started[0] = builder.start();
            isStarted.countDown();
            started[0].waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            isStarted.countDown();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
