package vn.sencrm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product under measurement: by default {@code ./crm run} with a home of its own, ended with the benchmark. With
 * {@code CRM_BENCH_URL} (and {@code CRM_BENCH_DB}, {@code …_DB_USER}, {@code …_DB_PASSWORD}, {@code CRM_BENCH_PASSWORD}
 * of the user admin) one that runs already; its database must be empty or made by the bench.
 */
final class BenchServer implements AutoCloseable {
    static final String PASSWORD = "Bench-matkhau-2026";

    private static final int DATABASE_PORT = 15_432;
    private static final int HTTP_PORT = 8_080;

    private final Process process;
    private final Path home;
    private final URI base;
    private final String adminPassword;
    private final String[] database;

    private BenchServer(Process process, Path home, URI base, String adminPassword, String... database) {
        this.process = process;
        this.home = home;
        this.base = base;
        this.adminPassword = adminPassword;
        this.database = database;
    }

    static BenchServer start(Figures figures) throws IOException {
        Map<String, String> env = System.getenv();
        if (env.containsKey("CRM_BENCH_URL")) {
            return new BenchServer(
                    null,
                    null,
                    URI.create(env.get("CRM_BENCH_URL")),
                    env.getOrDefault("CRM_BENCH_PASSWORD", PASSWORD),
                    env.get("CRM_BENCH_DB"),
                    env.getOrDefault("CRM_BENCH_DB_USER", "crm"),
                    env.getOrDefault("CRM_BENCH_DB_PASSWORD", ""));
        }
        int offset = Integer.parseInt(env.getOrDefault("CRM_PORT_OFFSET", "4000"));
        Path home =
                Path.of(env.getOrDefault("CRM_BENCH_HOME", "bench/target/home")).toAbsolutePath();
        Process process = run(home, offset, figures);
        String secret = Files.readString(home.resolve("run/database.password")).strip();
        return new BenchServer(
                process,
                home,
                URI.create("http://127.0.0.1:" + (HTTP_PORT + offset)),
                PASSWORD,
                "jdbc:postgresql://127.0.0.1:" + (DATABASE_PORT + offset) + "/crm",
                "crm",
                secret);
    }

    private static Process run(Path home, int offset, Figures figures) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("./crm", "run").redirectErrorStream(true);
        builder.environment().remove("CRM_DB_URL");
        builder.environment()
                .putAll(Map.of(
                        "CRM_HOME",
                        home.toString(),
                        "CRM_PORT_OFFSET",
                        Integer.toString(offset),
                        "CRM_DEMO",
                        "false",
                        "CRM_ADMIN_USER",
                        "admin",
                        "CRM_ADMIN_PASSWORD",
                        PASSWORD));
        long start = System.nanoTime();
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            figures.say("  %s", line);
            if (line.contains("is ready at")) {
                figures.say("  (%.1f s)", (System.nanoTime() - start) / 1e9);
                return process;
            }
        }
        throw new IllegalStateException("./crm run ended: see above and " + home.resolve("log"));
    }

    HttpConnection connect() {
        return new HttpConnection(base);
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(database[0], database[1], database[2]);
    }

    String token(String username) throws IOException {
        String password = username.equals("admin") ? adminPassword : PASSWORD;
        String body = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
        try (HttpConnection http = connect()) {
            String answer = http.post("/crm/api/v1/tokens", "application/json", body.getBytes(StandardCharsets.UTF_8))
                    .expect(200)
                    .text();
            return Json.text(answer, "token");
        }
    }

    String password(String username) {
        return username.equals("admin") ? adminPassword : PASSWORD;
    }

    ServerProcess process() throws IOException {
        if (home == null) {
            return new ServerProcess(0, 0);
        }
        return new ServerProcess(
                Long.parseLong(Files.readString(home.resolve("run/server.pid")).strip()),
                Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                        .get(0)
                        .strip()));
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }
}
