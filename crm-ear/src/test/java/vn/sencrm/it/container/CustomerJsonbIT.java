package vn.sencrm.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.sencrm.customer.Customer;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.LabelledValue;

/** Lists in jsonb columns through EclipseLink as it runs in the server: statically woven, with the real converters. */
@ExtendWith(ArquillianExtension.class)
public class CustomerJsonbIT {

    @Resource(lookup = "java:jboss/crm/EntityManagerFactory")
    EntityManagerFactory factory;

    @Resource(lookup = "java:jboss/datasources/CrmDS")
    DataSource dataSource;

    @Resource
    UserTransaction transaction;

    private long id;

    @Deployment
    public static Archive<?> deployment() {
        return BesideTheEar.war(CustomerJsonbIT.class, BesideTheEar.class);
    }

    @BeforeEach
    void aCustomerWithTwoPhones() throws Exception {
        if (factory != null) {
            id = inTransaction(entities -> {
                CustomerDocument document = new CustomerDocument();
                document.put(
                        CustomerField.CODE,
                        "JSONB-" + UUID.randomUUID().toString().substring(0, 8));
                document.put(CustomerField.KIND, "INDIVIDUAL");
                document.put(CustomerField.STAGE, "LEAD");
                document.put(CustomerField.NAME, "Nguyễn \"Văn\" 'Đ' \\ 𝒜");
                document.put(CustomerField.PHONES, phones("0912345678", "0987654321"));
                Customer customer = customer(document);
                entities.persist(customer);
                entities.flush();
                return customer.id();
            });
        }
    }

    @AfterEach
    void removeIt() throws Exception {
        inTransaction(entities -> entities.createNativeQuery("delete from customer where id = ?1")
                .setParameter(1, id)
                .executeUpdate());
    }

    /** So the foreign keys, which merging reads, are all the references that there are. */
    @Test
    void entitiesReferToEachOtherByIdsAlone() {
        assertThat(factory.getMetamodel().getEntities()).isNotEmpty().allSatisfy(entity -> assertThat(
                        entity.getAttributes())
                .as(entity.getName())
                .noneMatch(attribute -> attribute.isAssociation()));
    }

    @Test
    void aListIsReadBackInItsOrder() throws Exception {
        assertThat(phonesRead()).isEqualTo(phones("0912345678", "0987654321"));
        assertThat(column("phones -> 1 ->> 'value'")).isEqualTo("0987654321");
    }

    @Test
    void aListNeverGivenIsNullInTheColumnAndReadAsEmpty() throws Exception {
        assertThat(column("emails is null")).isEqualTo("t");
        List<LabelledValue> emails = inTransaction(entities -> field(entities.find(Customer.class, id), "emails"));
        assertThat(emails).isEmpty();
    }

    @Test
    void anotherListIsOneUpdate() throws Exception {
        change(CustomerField.PHONES, phones("0911111111"));
        assertThat(phonesRead()).isEqualTo(phones("0911111111"));
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void anEmptyListIsReadBackAsEmpty() throws Exception {
        change(CustomerField.PHONES, List.of());
        assertThat(phonesRead()).isEmpty();
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void nullClearsTheColumn() throws Exception {
        change(CustomerField.PHONES, null);
        assertThat(column("phones is null")).isEqualTo("t");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void anEqualListIsNoUpdateAndNoNewVersion() throws Exception {
        inTransaction(entities -> {
            setField(entities.find(Customer.class, id), "phones", phones("0912345678", "0987654321"));
            return null;
        });
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aListThatWasReadCannotBeChangedInPlace() throws Exception {
        inTransaction(entities -> {
            List<LabelledValue> read = field(entities.find(Customer.class, id), "phones");
            assertThatThrownBy(() -> read.remove(0)).isInstanceOf(UnsupportedOperationException.class);
            return null;
        });
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void whatWasRolledBackWasNeverThere() throws Exception {
        transaction.begin();
        EntityManager entities = factory.createEntityManager();
        apply(entities.find(Customer.class, id), CustomerField.PHONES, phones("0911111111"));
        entities.flush();
        transaction.rollback();
        entities.close();
        assertThat(phonesRead()).hasSize(2);
    }

    private void change(CustomerField field, Object value) throws Exception {
        inTransaction(entities -> {
            apply(entities.find(Customer.class, id), field, value);
            return null;
        });
    }

    private List<LabelledValue> phonesRead() throws Exception {
        return inTransaction(entities -> field(entities.find(Customer.class, id), "phones"));
    }

    private int version() throws Exception {
        return Integer.parseInt(column("version"));
    }

    private String column(String expression) throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + expression + " from customer where id = " + id)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private <T> T inTransaction(Function<EntityManager, T> work) throws Exception {
        transaction.begin();
        EntityManager entities = factory.createEntityManager();
        boolean good = false;
        try {
            T result = work.apply(entities);
            good = true;
            return result;
        } finally {
            if (good) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
            entities.close();
        }
    }

    private static List<LabelledValue> phones(String... numbers) {
        return List.of(numbers).stream()
                .map(number -> new LabelledValue(number, "Nhãn \"của\" số"))
                .toList();
    }

    // The entity opens itself to its own package only; this class, in another module, comes through the side door.

    private static Customer customer(CustomerDocument document) {
        try {
            Constructor<Customer> constructor =
                    Customer.class.getDeclaredConstructor(CustomerDocument.class, long.class, Instant.class);
            constructor.setAccessible(true);
            return constructor.newInstance(document, 1L, Instant.parse("2026-01-02T03:04:05Z"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void apply(Customer customer, CustomerField field, Object value) {
        try {
            CustomerDocument document = new CustomerDocument();
            document.put(field, value);
            Method apply = Customer.class.getDeclaredMethod("apply", CustomerDocument.class, Instant.class);
            apply.setAccessible(true);
            apply.invoke(customer, document, Instant.parse("2026-01-02T03:04:06Z"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T field(Customer customer, String name) {
        try {
            Method woven = Customer.class.getDeclaredMethod("_persistence_get_" + name);
            woven.setAccessible(true);
            return (T) woven.invoke(customer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void setField(Customer customer, String name, Object value) {
        try {
            Field field = Customer.class.getDeclaredField(name);
            Method woven = Customer.class.getDeclaredMethod("_persistence_set_" + name, field.getType());
            woven.setAccessible(true);
            woven.invoke(customer, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
