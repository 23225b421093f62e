package vn.sencrm.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.duplicate.DuplicatePolicy;
import vn.sencrm.duplicate.DuplicateRules;
import vn.sencrm.duplicate.DuplicateSettings;
import vn.sencrm.duplicate.DuplicateSource;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;

/** The setting which keys count, and what happens when one meets an existing customer. */
@Named
@RequestScoped
public class DuplicateRulesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DuplicateSettings settings;

    @Inject
    transient PageRequest request;

    @Inject
    transient Notices notices;

    private transient DuplicateRules rules;

    public void open() throws IOException {
        request.refuses(Right.CONFIGURE);
    }

    public List<MatchReason> getKeys() {
        return DuplicateRules.KEYS;
    }

    public List<DuplicateSource> getSources() {
        return List.of(DuplicateSource.values());
    }

    /** What may be chosen for a key: the same name is never refused. */
    public List<DuplicatePolicy> policies(MatchReason key) {
        return Arrays.stream(DuplicatePolicy.values())
                .filter(policy -> key != MatchReason.NAME || policy != DuplicatePolicy.BLOCK)
                .toList();
    }

    /** Whether a key decides by itself; the others only stand beside a name. */
    public boolean isKey(MatchReason key) {
        return kind(key).isPresent();
    }

    private static Optional<IdentityKey.Kind> kind(MatchReason key) {
        return Arrays.stream(IdentityKey.Kind.values())
                .filter(kind -> kind.name().equals(key.name()))
                .findFirst();
    }

    public boolean isCounting(MatchReason key) {
        return rules().counts(key);
    }

    public boolean isChosen(MatchReason key, DuplicateSource source, DuplicatePolicy policy) {
        return rules().policy(kind(key).orElseThrow(), source) == policy;
    }

    private DuplicateRules rules() {
        if (rules == null) {
            rules = settings.rules();
        }
        return rules;
    }

    public void save() throws IOException {
        Set<MatchReason> counting = getKeys().stream()
                .filter(key -> !request.text("counts." + key).isEmpty())
                .collect(Collectors.toSet());
        Map<IdentityKey.Kind, Map<DuplicateSource, DuplicatePolicy>> policies = new EnumMap<>(IdentityKey.Kind.class);
        for (MatchReason key : getKeys()) {
            kind(key).ifPresent(kind -> policies.put(kind, chosen(key)));
        }
        settings.replace(counting, policies);
        notices.success("duplicate_rules.message.info.saved");
        request.show("/customer/duplicate-rules.xhtml");
    }

    private Map<DuplicateSource, DuplicatePolicy> chosen(MatchReason key) {
        Map<DuplicateSource, DuplicatePolicy> chosen = new EnumMap<>(DuplicateSource.class);
        for (DuplicateSource source : DuplicateSource.values()) {
            policies(key).stream()
                    .filter(policy -> policy.name().equals(request.text(key + "." + source)))
                    .forEach(policy -> chosen.put(source, policy));
        }
        return chosen;
    }
}
