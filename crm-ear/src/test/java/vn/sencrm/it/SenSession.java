package vn.sencrm.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import vn.sencrm.it.page.Browsers;

/**
 * Starts the product before the first test and stops it, the browser with it, after the last. Not as soon as a session
 * is opened: Maven opens one to look for tests which it then runs in other JVMs.
 */
public class SenSession implements LauncherSessionListener, TestExecutionListener {

    private static boolean isTesting;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        isTesting = true;
        Sen.startOnce();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (isTesting) {
            Browsers.close();
            Sen.stop();
        }
    }
}
