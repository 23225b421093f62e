package vn.sencrm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.Internal;
import vn.sencrm.common.SqlFragment;

/** The rules of the house that a compiler does not know; {@code docs/decisions} tells why they stand. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.sencrm");

    /** The floors of the domain, from the ground up; a package knows lower floors only. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("common"),
            List.of("identity", "settings", "audit", "event", "notification", "file", "job"),
            List.of("catalogue", "location", "tag", "product"),
            List.of("customer"),
            List.of("duplicate", "assignment", "group", "activity", "bulk", "care"),
            List.of("contract", "sales", "ticket", "messaging"),
            List.of("importing", "merge", "export"),
            List.of(
                    "score",
                    "kpi",
                    "campaign",
                    "automation",
                    "sheet",
                    "survey",
                    "playbook",
                    "chat",
                    "privacy",
                    "licence",
                    "help",
                    "demo"),
            List.of("system"));

    @Test
    void aPackageKnowsLowerFloorsOnly() {
        classes()
                .that(not(resideInAPackage("vn.sencrm.web..")).and(not(resideInAPackage("vn.sencrm.batch.."))))
                .should(stayOnLowerFloors())
                .check(CLASSES);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("vn.sencrm.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theDomainKnowsNeitherPagesNorRestNorTheBatchApi() {
        noClasses()
                .that(not(resideInAPackage("vn.sencrm.web..")).and(not(resideInAPackage("vn.sencrm.batch.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.sencrm.web..",
                        "vn.sencrm.batch..",
                        "jakarta.faces..",
                        "jakarta.ws.rs..",
                        "jakarta.servlet..",
                        "jakarta.batch..",
                        "org.primefaces..")
                .check(CLASSES);
    }

    @Test
    void jobsKnowNoPages() {
        noClasses()
                .that()
                .resideInAPackage("vn.sencrm.batch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.sencrm.web..", "jakarta.faces..", "jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void pagesSeeNoPersistenceAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("vn.sencrm.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStarterOfJobsCallsTheJobOperator() {
        noClasses()
                .that(not(resideInAPackage("vn.sencrm.batch..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.batch.operations.JobOperator")
                .check(CLASSES);
    }

    @Test
    void everyPublicServiceMethodCarriesARight() {
        methods()
                .that()
                .arePublic()
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(areSessionBeans())
                .should(carryARight())
                .check(CLASSES);
    }

    @Test
    void pagesDoNotReachWhatIsMeantForJobs() {
        noClasses()
                .that()
                .resideInAPackage("vn.sencrm.web..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Internal.class)
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should(callNowWithoutAClock())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CLASSES);
    }

    @Test
    void sqlStandsInSqlClassesOnly() {
        noClasses()
                .that(not(areSqlClasses()).and(not(resideInAPackage("vn.sencrm.common.."))))
                .should(writeSql())
                .check(CLASSES);
    }

    @Test
    void nothingIsKeptInStatefulBeans() {
        noClasses().should().beAnnotatedWith(Stateful.class).check(CLASSES);
    }

    @Test
    void entitiesHaveAVersion() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should(haveAFieldWith(Version.class))
                .check(CLASSES);
    }

    @Test
    void failuresAreOfOneTree() {
        classes()
                .that()
                .resideInAPackage("vn.sencrm..")
                .and()
                .areAssignableTo(Exception.class)
                .should()
                .beAssignableTo(CrmException.class)
                .check(CLASSES);
    }

    @Test
    void backingBeansCanMoveToAnotherServer() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Backing")
                .should()
                .implement(Serializable.class)
                .andShould()
                .beAnnotatedWith(Named.class)
                .check(CLASSES);
    }

    @Test
    void nobodyWritesToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> stayOnLowerFloors() {
        return new ArchCondition<>("know lower floors only") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                int floor = floor(item);
                item.getDirectDependenciesFromSelf().forEach(dependency -> {
                    JavaClass target = dependency.getTargetClass();
                    boolean sameFeature = feature(target).equals(feature(item));
                    if (target.getPackageName().startsWith("vn.sencrm.") && !sameFeature && floor(target) > floor) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                });
                if (floor < 0) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " stands on no floor"));
                }
            }
        };
    }

    private static String feature(JavaClass item) {
        String[] parts = item.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    private static int floor(JavaClass item) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(feature(item))) {
                return floor;
            }
        }
        return -1;
    }

    private static DescribedPredicate<JavaClass> areSessionBeans() {
        return DescribedPredicate.describe(
                "session beans",
                item -> item.isAnnotatedWith(Stateless.class) || item.isAnnotatedWith(Singleton.class));
    }

    /** Classes named so, and what is nested in them. */
    private static DescribedPredicate<JavaClass> areSqlClasses() {
        return DescribedPredicate.describe(
                "*Sql classes", item -> item.getName().replaceFirst("\\$.*", "").endsWith("Sql"));
    }

    private static ArchCondition<JavaClass> writeSql() {
        return new ArchCondition<>("write SQL") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().stream()
                        .filter(call -> isSql(
                                call.getTargetOwner().getName(),
                                call.getTarget().getName()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(item, call.getDescription())));
            }
        };
    }

    private static boolean isSql(String owner, String method) {
        return owner.equals(SqlFragment.class.getName()) && method.equals("of")
                || owner.equals("java.sql.Connection") && method.startsWith("prepare")
                || owner.equals("jakarta.persistence.EntityManager") && method.equals("createNativeQuery");
    }

    private static ArchCondition<JavaMethod> carryARight() {
        return new ArchCondition<>("carry a right, by method or class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean carries = List.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
                        .anyMatch(right -> method.isAnnotatedWith(right)
                                || method.getOwner().isAnnotatedWith(right));
                if (!carries && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " carries no right"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> callNowWithoutAClock() {
        return new ArchCondition<>("call now() without a Clock") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class)))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(item, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveAFieldWith(Class<? extends Annotation> annotation) {
        return new ArchCondition<>("have a field with @" + annotation.getSimpleName()) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (item.getAllFields().stream().noneMatch(field -> field.isAnnotatedWith(annotation))) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " has none"));
                }
            }
        };
    }
}
