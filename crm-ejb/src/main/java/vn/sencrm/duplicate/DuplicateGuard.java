package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CreationGuard;
import vn.sencrm.customer.CustomerExistsException;
import vn.sencrm.customer.ExistingCustomer;
import vn.sencrm.customer.ExistingCustomersSql;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Holds the policy of each key before a customer is written. */
@ApplicationScoped
class DuplicateGuard implements CreationGuard {

    @Inject
    DuplicateRulesSql settings;

    @Inject
    DuplicateKeysSql keys;

    @Inject
    ExistingCustomersSql existing;

    @Inject
    NameMatchSql names;

    @Inject
    CurrentUser currentUser;

    @Override
    public void admit(Subject subject, Cause cause, boolean allowed) {
        Optional<DuplicateSource> source = DuplicateSource.of(cause);
        if (source.isEmpty() || subject.fresh().isEmpty()) {
            return;
        }
        DuplicateRules rules = settings.read();
        keys.lock(subject.fresh());
        refuse(find(subject, rules, rules.kinds(source.get(), DuplicatePolicy.BLOCK)), true);
        boolean mayAllow = currentUser.get().may(Right.CUSTOMER_DUPLICATE);
        if (!allowed || !mayAllow) {
            refuse(find(subject, rules, rules.kinds(source.get(), DuplicatePolicy.WARN)), !mayAllow);
        }
    }

    private List<ExistingCustomer> find(Subject subject, DuplicateRules rules, Set<IdentityKey.Kind> kinds) {
        List<IdentityKey> asked = subject.fresh().stream()
                .filter(key -> key.kind() != IdentityKey.Kind.NAME && kinds.contains(key.kind()))
                .toList();
        boolean byName = kinds.contains(IdentityKey.Kind.NAME)
                && subject.fresh().stream().anyMatch(key -> key.kind() == IdentityKey.Kind.NAME);
        Map<Long, Integer> alike =
                byName ? names.alike(NameFacts.of(subject.id(), subject.document()), rules) : Map.of();
        return existing.find(currentUser.get(), asked, alike, subject.id());
    }

    private static void refuse(List<ExistingCustomer> found, boolean blocked) {
        if (!found.isEmpty()) {
            throw new CustomerExistsException(found, blocked);
        }
    }
}
