package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAliases;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerSnapshot;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.customer.StaleCustomerException;
import vn.sencrm.identity.CurrentUser;

/** Makes customers one, in the caller's transaction: all of it or nothing. */
@ApplicationScoped
class MergeWork {

    /** So many customers become one at once, at most. */
    static final int MOST = 10;

    @Inject
    CustomerAliases customers;

    @Inject
    MergeJournalSql journal;

    @Inject
    MergeSql sql;

    @Inject
    LinkSql links;

    @Inject
    TypedValues typed;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The customers of a merge, all locked. */
    private record Parties(CustomerSnapshot master, List<CustomerSnapshot> slaves) {

        List<CustomerSnapshot> all() {
            return Stream.concat(Stream.of(master), slaves.stream()).toList();
        }
    }

    /** Tells the number of the merge. */
    long merge(MergeRequest request, Long runId) {
        MergeMode mode = request.mode();
        refuseNumber(request);
        Parties parties = lock(request);
        refuseStale(parties, request.versions());
        if (mode == MergeMode.MERGE) {
            parties.slaves().forEach(slave -> refuseStage(parties.master(), slave));
        } else if (mode == MergeMode.LINK) {
            parties.slaves().forEach(this::refuseUnlessBare);
        }
        Union union = union(request, parties);
        typed.admit(request, union.result(), parties.all());
        long id = sql.nextId();
        Instant now = clock.instant();
        sql.begin(id, parties.master().id(), currentUser.id(), now);
        takeIn(id, request, parties, union, now);
        finish(id, mode, parties, union.result(), runId, now);
        return id;
    }

    // ---- what is refused

    private static void refuseNumber(MergeRequest request) {
        Set<Long> ids = new LinkedHashSet<>(request.slaveIds());
        if (ids.contains(request.masterId()) || ids.size() < request.slaveIds().size()) {
            throw new MergeRefusedException(MergeRefusedException.SELF);
        }
        if (ids.size() >= MOST) {
            throw new MergeRefusedException(MergeRefusedException.TOO_MANY, MOST);
        }
        if (ids.isEmpty()) {
            throw new InvalidInputException(List.of(new FieldProblem("slaveIds", "REQUIRED")));
        }
    }

    private Parties lock(MergeRequest request) {
        List<Long> ids = new ArrayList<>(request.slaveIds());
        ids.add(request.masterId());
        Map<Long, CustomerSnapshot> locked = new HashMap<>();
        for (CustomerSnapshot customer : customers.lock(ids)) {
            if (customer.state() != CustomerState.ACTIVE) {
                throw new NotFoundException(CustomerService.ENTITY, customer.id());
            }
            locked.put(customer.id(), customer);
        }
        return new Parties(
                locked.get(request.masterId()),
                request.slaveIds().stream().map(locked::get).toList());
    }

    private static void refuseStale(Parties parties, Map<Long, Integer> versions) {
        for (CustomerSnapshot customer : parties.all()) {
            Integer seen = versions.get(customer.id());
            if (seen == null) {
                throw new InvalidInputException(List.of(new FieldProblem("versions." + customer.id(), "REQUIRED")));
            }
            if (seen != customer.version()) {
                throw new StaleCustomerException(customer.version(), List.of());
            }
        }
    }

    static void refuseStage(CustomerSnapshot master, CustomerSnapshot slave) {
        if (master.stage() != slave.stage()) {
            throw new MergeRefusedException(MergeRefusedException.DIFFERENT_STAGE, master.name(), slave.name());
        }
    }

    private void refuseUnlessBare(CustomerSnapshot slave) {
        if (slave.stage() != CustomerStage.RAW || links.isUsed(slave.id())) {
            throw new MergeRefusedException(MergeRefusedException.NOT_BARE, slave.name());
        }
    }

    // ---- the slaves

    /**
     * Tells the values that come together. Nothing is written before all of it is known to be possible.
     *
     * @param dropped by slave, the names of fields for which the result has no place
     */
    private record Union(CustomerDocument result, Map<Long, List<String>> dropped) {}

    private Union union(MergeRequest request, Parties parties) {
        CustomerSnapshot master = parties.master();
        CustomerDocument result = master.document();
        Map<Long, List<String>> dropped = new HashMap<>();
        for (CustomerSnapshot slave : parties.slaves()) {
            MergeRule rule = new MergeRule(
                    request.mode(), result, slave.document(), choices(request, slave.id(), master, parties.slaves()));
            result = rule.result();
            dropped.put(slave.id(), rule.dropped(result));
        }
        result = typed.over(result, request);
        refuseTooLong(result);
        if (result.get(CustomerField.ACCOUNT) instanceof Long account
                && (account == master.id() || request.slaveIds().contains(account))) {
            result.put(CustomerField.ACCOUNT, null);
        }
        return new Union(result, dropped);
    }

    private void takeIn(long id, MergeRequest request, Parties parties, Union union, Instant now) {
        List<Long> all = new ArrayList<>(request.slaveIds());
        all.add(request.masterId());
        for (CustomerSnapshot slave : parties.slaves()) {
            sql.insertSlave(id, slave, union.dropped().get(slave.id()));
            takeIn(id, request.mode(), request.masterId(), slave, all, now);
        }
    }

    private void takeIn(long id, MergeMode mode, long master, CustomerSnapshot slave, List<Long> all, Instant now) {
        Cause cause = Cause.merge(id);
        if (mode == MergeMode.LINK) {
            customers.becomeAlias(slave, master, cause, now);
            journal.moveKeys(id, slave.id(), master);
            return;
        }
        List<Long> contacts = customers.contacts(slave.id()).stream()
                .filter(contact -> !all.contains(contact))
                .toList();
        journal.noteContacts(id, slave.id(), contacts);
        customers.moveContacts(contacts, slave.id(), master, cause, now);
        customers.becomeAlias(slave, master, cause, now);
        journal.move(id, slave.id(), master);
    }

    /** What was chosen of somebody else's stays when this slave is taken in. */
    static Map<String, MergeChoice> choices(
            MergeRequest request, long slave, CustomerSnapshot master, List<CustomerSnapshot> slaves) {
        Map<String, MergeChoice> choices = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        request.choose().forEach((name, whose) -> {
            boolean known = whose == master.id() || slaves.stream().anyMatch(one -> one.id() == whose);
            if (!MergeRule.isChoosable(name)) {
                problems.add(new FieldProblem(TypedValues.CHOOSE + name, "UNKNOWN_FIELD", name));
            } else if (!known) {
                problems.add(new FieldProblem(TypedValues.CHOOSE + name, "UNKNOWN_OPTION", whose.toString()));
            }
            choices.put(name, whose == slave ? MergeChoice.SLAVE : MergeChoice.MASTER);
        });
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return choices;
    }

    private static void refuseTooLong(CustomerDocument result) {
        List<FieldProblem> problems = MergeRule.tooLong(result).stream()
                .map(name -> new FieldProblem(
                        name,
                        "TOO_MANY",
                        Integer.toString(CustomerField.named(name).orElseThrow().limit())))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    // ---- the master

    private void finish(long id, MergeMode mode, Parties parties, CustomerDocument result, Long runId, Instant now) {
        CustomerSnapshot master = parties.master();
        CustomerDocument changes = result.differingFrom(master.document());
        withTags(changes, master);
        int version = master.version();
        if (mode != MergeMode.LINK) {
            version = customers.rewrite(master, changes, AuditSql.MERGE, Cause.merge(id), now);
            writeBeside(parties);
            sql.renumberRoutes(List.of(master.id()));
        } else {
            customers.keysChanged(master.id());
        }
        CustomerDocument before = master.document().restrictedTo(changes);
        sql.insert(id, mode, master, runId, now, currentUser.id(), version, before, changes);
    }

    private void writeBeside(Parties parties) {
        CustomerSnapshot master = parties.master();
        Instant earliest = earliest(parties);
        Long contact = primaryContact(parties);
        if (!earliest.equals(master.createdAt()) || !Objects.equals(contact, master.primaryContactId())) {
            customers.writeBeside(master.id(), earliest, contact);
        }
    }

    /** Tags are rows that have moved: the document only tells of them. */
    private void withTags(CustomerDocument changes, CustomerSnapshot master) {
        List<String> tags = customers.tags(master.id());
        changes.remove(CustomerField.TAGS);
        if (!Objects.equals(tags, master.document().get(CustomerField.TAGS))) {
            changes.put(CustomerField.TAGS, tags);
        }
    }

    private static Instant earliest(Parties parties) {
        return parties.slaves().stream()
                .map(CustomerSnapshot::createdAt)
                .reduce(parties.master().createdAt(), (one, other) -> one.isBefore(other) ? one : other);
    }

    private static Long primaryContact(Parties parties) {
        List<Long> slaves = parties.slaves().stream().map(CustomerSnapshot::id).toList();
        return parties.all().stream()
                .map(CustomerSnapshot::primaryContactId)
                .filter(contact -> contact != null && !slaves.contains(contact))
                .findFirst()
                .orElse(null);
    }

    // ---- looking ahead

    MergeProposal propose(long masterId, long slaveId, Map<String, Long> choose) {
        if (masterId == slaveId) {
            throw new MergeRefusedException(MergeRefusedException.SELF);
        }
        CustomerSnapshot master = customers.look(masterId);
        CustomerSnapshot slave = customers.look(slaveId);
        refuseStage(master, slave);
        MergeRequest request = new MergeRequest(MergeMode.MERGE, masterId, List.of(slaveId), Map.of(), choose);
        MergeRule rule = new MergeRule(
                MergeMode.MERGE,
                master.document(),
                slave.document(),
                choices(request, slaveId, master, List.of(slave)));
        return new MergeProposal(master, slave, rule.whole(), rule.dropped(kind(master)), rule.dropped(kind(slave)));
    }

    private static CustomerKind kind(CustomerSnapshot customer) {
        return CustomerKind.valueOf(customer.document().text(CustomerField.KIND));
    }
}
