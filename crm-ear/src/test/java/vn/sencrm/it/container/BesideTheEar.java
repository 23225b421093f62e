package vn.sencrm.it.container;

import java.io.File;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds the WAR of a test: its class, and a view of the deployed EAR. Deploying it takes a second, the EAR ten. */
final class BesideTheEar {

    private static final String STRUCTURE =
            """
            <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
              <deployment>
                <dependencies>
                  <module name="deployment.crm.ear"/>
                  <module name="deployment.crm.ear.crm-ejb.jar"/>
                </dependencies>
              </deployment>
            </jboss-deployment-structure>
            """;

    private BesideTheEar() {}

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    static WebArchive war(Class<?>... classes) {
        String name = Stream.of(classes).findFirst().orElseThrow().getSimpleName();
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClasses(classes)
                .addAsLibrary(jarOf(Assertions.class))
                .addAsWebInfResource(new StringAsset(STRUCTURE), "jboss-deployment-structure.xml");
    }
}
