package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.SystemPage;
import vn.sencrm.it.page.Window;

/** The administrator looks at the installation. */
class SystemBrowserIT {

    @Test
    void theAdministratorSeesServersDatabaseAndWhatFailed() {
        look(1280, "vi", "light");
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,en,dark", "360,vi,light", "360,en,dark"})
    void likewiseInEveryLook(int width, String language, String theme) {
        look(width, language, theme);
    }

    private static void look(int width, String language, String theme) {
        String why = "Disk full " + Unique.word();
        String request = "click-" + Unique.number();
        Db.update(
                """
                insert into job_run (id, job_name, state, created_at, started_at, finished_at, error_code, error_detail,
                                     request_id)
                values (nextval('job_run_seq'), 'purge', 'FAILED', now(), now(), now(), 'JOB_FAILED', ?, ?)
                """,
                why,
                request);
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(TestUsers.administrator());
            assertThat(SystemPage.open(window).everything())
                    .contains("PostgreSQL 1", "0.1.0", "crm", why, request)
                    .contains(language.equals("vi") ? "Máy chủ trong phút vừa qua" : "Servers within the last minute");
        } finally {
            Db.update("delete from job_run where request_id = ?", request);
        }
    }
}
