package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema that the product's start leaves. */
class MigrationsIT {

    @Test
    void everyMigrationRanOnceAndWell() throws IOException {
        List<String> scripts;
        try (var files = Files.list(Path.of(Lane.root().toString(), "crm-ejb/src/main/resources/db/migration"))) {
            scripts = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertThat(Db.texts("select script from flyway_schema_history where success and type = 'SQL' order by script"))
                .containsExactlyElementsOf(scripts);
    }

    @Test
    void everyReferenceHasAnIndexThatBeginsWithIt() {
        assertThat(
                        Db.texts(
                                """
                                select c.conrelid::regclass || '.' || a.attname
                                from pg_constraint c
                                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                                where c.contype = 'f' and c.conrelid::regclass::text in
                                          ('customer_tag', 'identity_key', 'customer_place', 'customer_share', 'api_token')
                                    and not exists (select 1 from pg_index i
                                                    where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
                                """))
                .filteredOn(column -> column.contains("customer_id") || column.contains("user_id"))
                .isEmpty();
    }

    @Test
    void theAuditHasAPartitionForThisMonthAndTheNext() {
        assertThat(
                        Db.number(
                                """
                                select count(*) from pg_class
                                where relname in ('audit_entry_' || to_char(now(), 'YYYY_MM'),
                                                  'audit_entry_' || to_char(now() + interval '1 month', 'YYYY_MM'))
                                """))
                .isEqualTo(2);
    }
}
