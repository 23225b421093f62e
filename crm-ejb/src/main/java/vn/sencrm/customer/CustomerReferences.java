package vn.sencrm.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.identity.Right;

/** What customers refer to, in words: what there is to choose from, and what stored ids are called. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerReferences {

    @Inject
    CustomerReferencesSql sql;

    /** What may be chosen now, in its order: nothing archived, nobody inactive. */
    public CustomerChoices choices() {
        return new CustomerChoices(sql.choices(), sql.provinces());
    }

    /** What may be chosen for a field, in its order, and among it what a customer has though it was archived since. */
    public List<CustomerChoices.Choice> choices(CustomerField field, String had) {
        return sql.choices(field, had);
    }

    /** What a customer has, also where it can no longer be chosen: an archived status, a user who has left. */
    public Optional<CustomerChoices.Choice> find(CustomerField field, String code) {
        return sql.find(field, code);
    }

    /** The names of all that these documents refer to, in one query. */
    @RolesAllowed({Right.CUSTOMER_VIEW, Right.AUDIT_VIEW})
    public CustomerNames names(Collection<CustomerDocument> documents) {
        Map<CustomerField, Set<Long>> ids = new EnumMap<>(CustomerField.class);
        for (CustomerDocument document : documents) {
            for (CustomerField field : document.fields()) {
                if (document.get(field) instanceof Long id) {
                    ids.computeIfAbsent(field, f -> new HashSet<>()).add(id);
                }
            }
        }
        return new CustomerNames(ids.isEmpty() ? Map.of() : sql.names(ids));
    }
}
