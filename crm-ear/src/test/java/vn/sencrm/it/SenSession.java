package vn.sencrm.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import vn.sencrm.it.page.Browsers;

/** Starts the product before the first test and stops it, the browser with it, after the last. */
public class SenSession implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Sen.startOnce();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browsers.close();
        Sen.stop();
    }
}
