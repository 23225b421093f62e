package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Jobs as an operator's program sees them. */
class JobsIT {

    private static final TestUser USER = TestUsers.create("OPERATOR");
    private static final Api OPERATOR = Api.of(USER);

    @Test
    void theNightlyPurgeIsListedWithWhenItIsDue() {
        JsonObject schedule = job("purge").getJsonObject("schedule");
        assertThat(schedule.getString("cron")).isEqualTo("30 2 * * *");
        assertThat(schedule.getString("zone")).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(schedule.getBoolean("enabled")).isTrue();
        Await.until("the schedule's first look", Duration.ofSeconds(90), JobsIT::isPurgeDueLater);
    }

    private static boolean isPurgeDueLater() {
        JsonObject schedule = job("purge").getJsonObject("schedule");
        return !schedule.isNull("nextDue")
                && Instant.parse(schedule.getString("nextDue")).isAfter(Instant.now());
    }

    @Test
    void importsAreAJobWithoutASchedule() {
        assertThat(job("import-run").isNull("schedule")).isTrue();
    }

    @Test
    void aJobThatIsDueRunsOnceAndSaysWhatItDid() {
        List<Long> deleted = TestCustomers.sharingOneTime(TestUsers.administrator(), 3);
        throwAway(deleted.get(0), 31);
        throwAway(deleted.get(1), 29);
        Db.update("update customer set account_id = ? where id = ?", deleted.get(0), deleted.get(2));
        long oldExport = export(8);
        long newExport = export(6);
        long before = Db.number("select count(*) from job_run where job_name = 'purge'");
        Db.update("update job_schedule set next_due = now() - interval '3 days' where name = 'purge'");
        Await.until("the missed run", Duration.ofSeconds(90), () -> isDone("purge", before));
        assertThat(Db.number("select count(*) from job_run where job_name = 'purge'"))
                .isEqualTo(before + 1);
        assertThat(job("purge").getJsonObject("lastRun").getBoolean("late"))
                .as("it was due three days ago")
                .isTrue();
        assertThat(job("purge").getJsonObject("lastRun").getJsonObject("counts"))
                .containsKeys("tokens", "import-rows", "deleted-customers");
        assertThat(Db.texts(
                        "select id || ' ' || coalesce(account_id::text, 'free') from customer where id in (?, ?, ?)"
                                + " order by id",
                        deleted.get(0),
                        deleted.get(1),
                        deleted.get(2)))
                .as("what was deleted 31 days ago is gone, and its contact without a company")
                .containsExactly(deleted.get(1) + " free", deleted.get(2) + " free");
        assertThat(Db.texts("select id from stored_file where id in (?, ?)", oldExport, newExport))
                .as("the file of an export of eight days ago is gone")
                .containsExactly(Long.toString(newExport));
    }

    /** An export that ended so many days ago, by the id of its file. */
    private static long export(int daysAgo) {
        long user = TestUsers.staff().id();
        long file = Db.number("select nextval('stored_file_seq')");
        Db.update(
                "insert into stored_file (id, name, content_type, size, sha256, created_by, created_at)"
                        + " values (?, 'customers.csv', 'text/csv', 0, '', ?, now())",
                file,
                user);
        Db.update(
                """
                insert into export_run (id, list, format, language, sort, columns, state, file_id, created_by, created_at,
                                        finished_at)
                values (nextval('export_run_seq'), 'customers', 'CSV', 'vi', '-updatedAt', '[]', 'DONE', ?, ?, now(),
                        now() - make_interval(days => ?))
                """,
                file,
                user,
                daysAgo);
        return file;
    }

    private static void throwAway(long id, int daysAgo) {
        Db.update(
                "update customer set state = 'DELETED', deleted_at = now() - make_interval(days => ?) where id = ?",
                daysAgo,
                id);
    }

    private static boolean isDone(String name, long runsBefore) {
        return Db.number("select count(*) from job_run where job_name = ?", name) > runsBefore
                && job(name).getJsonObject("lastRun").getString("state").equals("DONE");
    }

    @Test
    void onlyWhoMayWatchJobsDoes() {
        assertThat(Api.of(TestUsers.staff()).get("/jobs").status()).isEqualTo(403);
        assertThat(Api.anonymous().get("/jobs").status()).isEqualTo(401);
    }

    /** Starts a job as soon as another run of it has ended. */
    static void start(String name) {
        Await.until(
                name + " to be started",
                Duration.ofSeconds(90),
                () -> post("/jobs/" + name + "/runs").status() == 202);
    }

    private static JsonObject job(String name) {
        return OPERATOR.get("/jobs").items().getValuesAs(JsonObject.class).stream()
                .filter(job -> job.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOperatorStartsAJobNowAndItsRunIsListed() {
        Answer started = post("/jobs/checks-nightly/runs");
        // Another test, or the schedule, may have it running at this moment.
        assertThat(started.status()).isIn(202, 409);
        long id = started.status() == 202
                ? started.json().getJsonNumber("id").longValue()
                : runs("checks-nightly").get(0).getJsonNumber("id").longValue();
        Await.until(
                "the run",
                Duration.ofSeconds(90),
                () -> OPERATOR.get("/job-runs/" + id).json().getString("state").equals("DONE"));
        assertThat(runs("checks-nightly"))
                .anyMatch(run -> run.getJsonNumber("id").longValue() == id);
        assertThat(post("/job-runs/" + id + "/stop").code()).isEqualTo("JOB_ENDED");
    }

    @Test
    void runsFollowEachOtherPageByPageAndACursorIsOfItsJob() {
        TestUser exporter = TestUsers.administrator();
        JsonObject tags = Json.createObjectBuilder().add("list", "tags").build();
        for (int i = 0; i < 3; i++) {
            TestExports.id(Api.of(exporter).post("/exports", tags));
            Db.update("insert into job_run (id, job_name, state, created_at, finished_at)"
                    + " values (nextval('job_run_seq'), 'test-pages', 'DONE', now(), now())");
        }
        String next = assertNewestFirst("job", "export-run");
        assertNewestFirst();
        Answer strange = OPERATOR.get("/job-runs", "after", next);
        assertThat(strange.status()).isEqualTo(400);
        assertThat(strange.code()).isEqualTo("CURSOR_MISMATCH");
        assertThat(OPERATOR.get("/job-runs", "job", "bulk-run", "after", next).code())
                .isEqualTo("CURSOR_MISMATCH");
        for (String job : List.of("import-run", "import-undo", "bulk-run")) {
            assertThat(OPERATOR.get("/job-runs", "job", job, "size", "1").json())
                    .containsKeys("items", "total", "next");
        }
    }

    /** Two pages of at least three runs; the cursor of the second. */
    private static String assertNewestFirst(String... job) {
        Answer first = OPERATOR.get("/job-runs", with(job, "size", "2"));
        assertThat(first.json().getInt("total")).isGreaterThanOrEqualTo(3);
        String next = first.json().getString("next");
        Answer second = OPERATOR.get("/job-runs", with(job, "size", "2", "after", next));
        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.items().getValuesAs(JsonObject.class).stream())
                        .map(run -> run.getString("createdAt"))
                        .toList())
                .hasSizeGreaterThanOrEqualTo(3)
                .isSortedAccordingTo(Comparator.comparing(Instant::parse, Comparator.reverseOrder()));
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
        return next;
    }

    private static String[] with(String[] job, String... more) {
        return Stream.concat(Arrays.stream(job), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void aRunThatNobodyHasBegunIsStoppedAtOnceAndOverlappingOnesAreRefused() {
        Db.update("insert into job_schedule (name, cron, enabled) values ('test-never', '0 0 1 1 *', false)");
        try {
            // As if a server had just begun: no other takes it up.
            long id = Db.number("insert into job_run (id, job_name, state, created_at, heartbeat, owner)"
                    + " values (nextval('job_run_seq'), 'test-never', 'RUNNING', now(), now(), 'other') returning id");
            assertThat(post("/jobs/test-never/runs").code()).isEqualTo("JOB_RUNNING");
            assertThat(post("/job-runs/" + id + "/stop").json().getString("state"))
                    .isEqualTo("RUNNING");
            assertThat(Db.text("select stop_requested from job_run where id = ?", id))
                    .isEqualTo("t");
        } finally {
            Db.update("delete from job_run where job_name = 'test-never'");
            Db.update("delete from job_schedule where name = 'test-never'");
        }
    }

    @Test
    void aScheduleIsSwitchedOffAndOn() {
        assertThat(post("/jobs/tier-nightly/disable").status()).isEqualTo(204);
        assertThat(job("tier-nightly").getJsonObject("schedule").getBoolean("enabled"))
                .isFalse();
        assertThat(post("/jobs/tier-nightly/enable").status()).isEqualTo(204);
        assertThat(job("tier-nightly").getJsonObject("schedule").getBoolean("enabled"))
                .isTrue();
    }

    @Test
    void aJobThatMissedTwoRunsIsToldOnceAndShownUntilOneGoesWell() {
        missed("test-missed");
        try {
            run("test-missed", "FAILED", "disk full");
            assertThat(job("test-missed").isNull("missedSince")).isFalse();
            assertThat(home(USER)).contains("disk full");
            assertThat(home(TestUsers.staff())).doesNotContain("disk full");
            Await.until("the bell", Duration.ofSeconds(90), () -> told("JOB_MISSED", "test-missed") > 0);
            assertThat(Visit.signedIn(USER).get("/notification/list.xhtml").body())
                    .contains("test-missed", "disk full");
            run("test-missed", "DONE", null);
            assertThat(job("test-missed").isNull("missedSince")).isTrue();
            assertThat(home(USER)).doesNotContain("disk full");
            assertThat(told("JOB_MISSED", "test-missed")).isEqualTo(1);
        } finally {
            forget("test-missed");
        }
    }

    @Test
    @Tag("full")
    void whileAllSchedulesAreStoppedNothingStartsButByHandAndThenWhatWasMissedRunsOnce() {
        long before = Db.number("select count(*) from job_run where job_name = 'tier-nightly'");
        try {
            assertThat(post("/jobs/stop-schedules").status()).isEqualTo(204);
            assertThat(OPERATOR.get("/jobs").json().getJsonObject("stopped").getString("by"))
                    .isEqualTo("Người Dùng " + USER.username());
            missed("test-stopped");
            Db.update("update job_schedule set next_due = now() - interval '3 days' where name = 'tier-nightly'");
            awaitALook();
            Await.until("the bell", Duration.ofSeconds(90), () -> told("SCHEDULES_STOPPED", "") > 0);
            assertThat(home(USER)).contains("Người Dùng " + USER.username() + " đã dừng mọi lịch");
            assertThat(told("JOB_MISSED", "test-stopped")).isZero();
            forget("test-stopped");
            assertThat(Db.number("select count(*) from job_run where job_name = 'tier-nightly'"))
                    .isEqualTo(before);
        } finally {
            forget("test-stopped");
            assertThat(post("/jobs/start-schedules").status()).isEqualTo(204);
        }
        assertThat(OPERATOR.get("/jobs").json().isNull("stopped")).isTrue();
        Await.until("the missed run", Duration.ofSeconds(90), () -> isDone("tier-nightly", before));
        assertThat(Db.number("select count(*) from job_run where job_name = 'tier-nightly'"))
                .isEqualTo(before + 1);
        assertThat(told("SCHEDULES_STOPPED", "")).isEqualTo(1);
    }

    /** Asks for a run as somebody did whose server died at once: the next look of another takes it up. */
    private static void awaitALook() {
        long id = Db.number("insert into job_run (id, job_name, state, created_at)"
                + " values (nextval('job_run_seq'), 'checks-nightly', 'WAITING', now()) returning id");
        Await.until("a look", Duration.ofSeconds(90), () -> Db.text("select state from job_run where id = ?", id)
                .equals("DONE"));
    }

    /** A job that was due daily for three days, of which no run is known. */
    private static void missed(String name) {
        Db.update(
                "insert into job_schedule (name, cron, next_due, watched_since)"
                        + " values (?, '0 0 * * *', now() + interval '1 day', now() - interval '3 days')",
                name);
    }

    private static void run(String name, String state, String detail) {
        Db.update(
                """
                insert into job_run (id, job_name, state, created_at, started_at, finished_at, error_code, error_detail)
                select nextval('job_run_seq'), ?, ?, now(), now(), now(), case when d is not null then 'JOB_FAILED' end, d
                from (select ?::text) as detail (d)
                """,
                name,
                state,
                detail);
    }

    private static void forget(String name) {
        Db.update("delete from job_run where job_name = ?", name);
        Db.update("delete from job_schedule where name = ?", name);
    }

    private static String home(TestUser user) {
        return Visit.signedIn(user).get("/index.xhtml").body();
    }

    /** How often the operator was told. */
    private static long told(String kind, String subject) {
        return Db.number(
                "select count(*) from notification where user_id = ? and kind = ? and subject = ?",
                USER.id(),
                kind,
                subject);
    }

    @Test
    void onlyOperatorsStartJobsAndOnlyThoseThatThereAre() {
        assertThat(post("/jobs/no-such-job/runs").status()).isEqualTo(404);
        assertThat(Api.of(TestUsers.staff())
                        .send("POST", "/jobs/purge/runs", null, BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
        assertThat(Api.of(TestUsers.staff())
                        .send("POST", "/jobs/stop-schedules", null, BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatOnlyUsersStartIsRefusedWithTheReason() {
        assertThat(post("/jobs/import-run/runs").code()).isEqualTo("JOB_WITHOUT_SCHEDULE");
        assertThat(post("/jobs/export-run/disable").status()).isEqualTo(409);
    }

    @Test
    void anOperatorStopsAnImportOfSomebodyElseAndLetsItGoOn() {
        String word = Unique.word();
        Api owner = Api.of(TestUsers.administrator());
        JsonObject checked = TestImports.ended(
                owner, TestImports.sendCsv(owner, "Tên khách hàng\nLan " + word + "\n", "{\"dryRun\":true}"));
        long id = checked.getJsonNumber("id").longValue();
        String run = "/job-runs/" + id;
        assertThat(post(run + "/restart?job=import-run").code()).isEqualTo("JOB_ENDED");
        // As if another server were at it.
        Db.update(
                "update import_run set state = 'RUNNING', phase = 'APPLY', owner = 'other', heartbeat = now() where id = ?",
                id);
        assertThat(post(run + "/stop?job=import-run").json().getString("state")).isEqualTo("RUNNING");
        assertThat(Db.text("select stop_requested from import_run where id = ?", id))
                .isEqualTo("t");
        Db.update("update import_run set state = 'STOPPED', owner = null where id = ?", id);
        assertThat(runs("import-run")).anyMatch(told -> isStopped(told, id));
        assertThat(Visit.signedIn(USER).get("/job/runs.xhtml?job=import-run").body())
                .contains(checked.getString("fileName"), "Chạy lại");
        // It was never taken back: the job that does so knows nothing of it.
        assertThat(post(run + "/stop?job=import-undo").status()).isEqualTo(404);
        assertThat(post(run + "/restart?job=import-undo").status()).isEqualTo(404);
        assertThat(post(run + "/restart?job=import-run").status()).isEqualTo(202);
        assertThat(TestImports.ended(owner, id).getString("state")).isEqualTo("DONE");
        assertThat(Db.number("select count(*) from customer where name = ?", "Lan " + word))
                .isEqualTo(1);
        assertThat(OPERATOR.get("/job-runs", "job", "không có").status()).isEqualTo(404);
        assertThat(Api.of(TestUsers.staff()).get(run, "job", "import-run").status())
                .isEqualTo(403);
    }

    private static boolean isStopped(JsonObject run, long id) {
        return run.getJsonNumber("id").longValue() == id
                && run.getString("state").equals("STOPPED")
                && run.getJsonObject("parameters").getString("type").equals("customers");
    }

    @Test
    void aStoppedExportIsWrittenAnewWhenAnOperatorRestartsIt() {
        TestUser owner = TestUsers.administrator();
        Answer asked = Api.of(owner)
                .post("/exports", TestExports.request("csv", null, "code").build());
        long id = asked.json().getJsonNumber("id").longValue();
        Await.until("the file", Duration.ofSeconds(60), () -> exported(id).equals("DONE"));
        Db.update("update export_run set state = 'STOPPED', file_id = null where id = ?", id);
        assertThat(post("/job-runs/" + id + "/restart?job=export-run").status()).isEqualTo(202);
        Await.until("the file anew", Duration.ofSeconds(60), () -> exported(id).equals("DONE"));
    }

    private static String exported(long id) {
        return OPERATOR.get("/job-runs/" + id, "job", "export-run").json().getString("state");
    }

    private static Answer post(String path) {
        return OPERATOR.send("POST", path, null, BodyPublishers.noBody());
    }

    private static List<JsonObject> runs(String job) {
        return OPERATOR.get("/job-runs", "job", job).items().getValuesAs(JsonObject.class);
    }
}
