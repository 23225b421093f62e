package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.audit.AuditedEntitySource;
import vn.sencrm.common.SqlFragment;

/** Customers, and what belongs to them; whoever looks for a customer finds it as in the quick search. */
@ApplicationScoped
class CustomerEntities implements AuditedEntitySource {

    private static final List<AuditedEntity> ALL = List.of(
            new AuditedEntity(
                    CustomerService.ENTITY,
                    "customer",
                    "code",
                    "name",
                    "name",
                    "/customer/detail.xhtml?id=",
                    text -> CustomerSearchSql.where(text).orElse(SqlFragment.FALSE)),
            AuditedEntity.named("comment", "/customer/list.xhtml"),
            AuditedEntity.named("file", "/customer/list.xhtml"),
            AuditedEntity.of(
                    "customer_attribute",
                    "customer_attribute",
                    "code",
                    "name_vi",
                    "name_en",
                    "/customer/attribute.xhtml?id="),
            AuditedEntity.of("route", "route", "code", "name", "name", "/route/detail.xhtml?id="),
            AuditedEntity.named("tag", "/tag/list.xhtml"),
            AuditedEntity.named("location", "/location/list.xhtml"));

    @Override
    public List<AuditedEntity> auditedEntities() {
        return ALL;
    }
}
