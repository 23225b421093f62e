package vn.sencrm.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the application, written down by the build. */
public final class Version {

    private static final String NUMBER = read();

    private Version() {}

    public static String number() {
        return NUMBER;
    }

    private static String read() {
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            Properties version = new Properties();
            version.load(file);
            return version.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
