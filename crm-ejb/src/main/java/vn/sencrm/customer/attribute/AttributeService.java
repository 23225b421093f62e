package vn.sencrm.customer.attribute;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Defines the attributes of customers (CUS-3); every change of a definition is audited. */
@Stateless
public class AttributeService {

    /** How many may be offered at once. */
    static final int LIMIT = 100;

    private static final String ENTITY = "customer_attribute";

    @Inject
    AttributesSql reading;

    @Inject
    RecentAttributes recent;

    @Inject
    Event<AttributesChanged> changed;

    @Inject
    AttributeDefinitionSql sql;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** All definitions, archived ones included, in their order. */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public Attributes all() {
        return reading.load();
    }

    /** Likewise as they were some seconds ago at most: enough to call things by their names. */
    @RolesAllowed({Right.CUSTOMER_VIEW, Right.AUDIT_VIEW})
    public Attributes recent() {
        return recent.get();
    }

    /** @throws NotFoundException when there is none */
    @RolesAllowed(Right.CONFIGURE)
    public Attribute get(long id) {
        return byId(reading.load(), id);
    }

    /** How many customers have a value, by code; it reads every customer that has any. */
    @RolesAllowed(Right.CONFIGURE)
    public Map<String, Long> uses() {
        return sql.uses();
    }

    /** How many customers have a value of one attribute. */
    @RolesAllowed(Right.CONFIGURE)
    public long uses(Attribute attribute) {
        return sql.uses(attribute.code());
    }

    /**
     * Defines a new attribute, the last in order.
     *
     * @throws InvalidInputException naming every field that is wrong
     */
    @RolesAllowed(Right.CONFIGURE)
    public Attribute add(AttributeInput input, Cause cause) {
        sql.lock();
        Attributes all = reading.load();
        if (all.live().size() >= LIMIT) {
            throw new InvalidInputException(List.of(new FieldProblem("nameVi", "TOO_MANY", Integer.toString(LIMIT))));
        }
        Attribute attribute = DefinitionCheck.check(input, all, Optional.empty());
        long id = sql.insert(attribute);
        sql.replaceChoices(id, attribute.choices());
        return written(id, null, AuditSql.CREATE, cause);
    }

    /**
     * Changes a definition; its code stays. A choice that is left out is archived where customers have it.
     *
     * @throws AttributeInUseException for another type while customers have values
     * @throws StaleAttributeException when somebody else changed it since this version
     */
    @RolesAllowed(Right.CONFIGURE)
    public Attribute change(long id, int version, AttributeInput input, Cause cause) {
        sql.lock();
        Attributes all = reading.load();
        Attribute before = get(all, id, version);
        Attribute after = DefinitionCheck.check(input, all, Optional.of(before));
        if (before.type() != after.type()) {
            refuseIfUsed("ATTRIBUTE_TYPE_IN_USE", before);
        }
        sql.update(after);
        sql.replaceChoices(id, withKept(before, after));
        return written(id, before, AuditSql.UPDATE, cause);
    }

    /** The new choices, and behind them those of before that customers have, archived. */
    private List<Attribute.Choice> withKept(Attribute before, Attribute after) {
        List<Attribute.Choice> choices = new ArrayList<>(after.choices());
        Set<String> given = choices.stream().map(Attribute.Choice::code).collect(Collectors.toSet());
        if (after.type().isChoice()) {
            before.choices().stream()
                    .filter(choice -> !given.contains(choice.code()) && sql.isChosen(before, choice.code()))
                    .map(choice -> new Attribute.Choice(choice.code(), choice.nameVi(), choice.nameEn(), true))
                    .forEach(choices::add);
        }
        return choices;
    }

    /** Takes an attribute out of forms, lists, filters and imports, or back in; values stay as they are. */
    @RolesAllowed(Right.CONFIGURE)
    public Attribute archive(long id, int version, boolean archived, Cause cause) {
        sql.lock();
        Attribute before = get(reading.load(), id, version);
        sql.archive(id, archived);
        return written(id, before, AuditSql.UPDATE, cause);
    }

    /** Moves an attribute by one place towards the beginning or the end. */
    @RolesAllowed(Right.CONFIGURE)
    public void move(long id, boolean up) {
        sql.lock();
        List<Long> ids =
                new ArrayList<>(reading.load().all().stream().map(Attribute::id).toList());
        int from = ids.indexOf(id);
        int to = up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < ids.size()) {
            ids.remove(from);
            ids.add(to, id);
            sql.order(ids);
            changed.fire(new AttributesChanged(false));
        }
    }

    /** @throws AttributeInUseException while customers have values */
    @RolesAllowed(Right.CONFIGURE)
    public void delete(long id, int version, Cause cause) {
        sql.lock();
        Attribute before = get(reading.load(), id, version);
        refuseIfUsed("ATTRIBUTE_IN_USE", before);
        sql.delete(id);
        changed.fire(new AttributesChanged(!before.requiredOf().isEmpty()));
        audit.write(clock.instant(), currentUser.id(), cause, ENTITY, id, version + 1, "DELETE", json(before), "{}");
    }

    private void refuseIfUsed(String code, Attribute attribute) {
        long customers = sql.uses(attribute.code());
        if (customers > 0) {
            throw new AttributeInUseException(code, customers);
        }
    }

    private static Attribute get(Attributes all, long id, int version) {
        Attribute attribute = byId(all, id);
        if (attribute.version() != version) {
            throw new StaleAttributeException();
        }
        return attribute;
    }

    private static Attribute byId(Attributes all, long id) {
        return all.all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("customer-attribute", id));
    }

    private Attribute written(long id, Attribute before, String action, Cause cause) {
        Attribute after = byId(reading.load(), id);
        changed.fire(new AttributesChanged(!after.requiredOf().equals(requiredOf(before))));
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                id,
                after.version(),
                action,
                before == null ? null : json(before),
                json(after));
        return after;
    }

    private static Set<CustomerKind> requiredOf(Attribute before) {
        return before == null ? Set.of() : before.requiredOf();
    }

    private static String json(Attribute attribute) {
        JsonArrayBuilder choices = JSON.createArrayBuilder();
        attribute
                .choices()
                .forEach(choice -> choices.add(JSON.createObjectBuilder()
                        .add("code", choice.code())
                        .add("nameVi", choice.nameVi())
                        .add("nameEn", choice.nameEn())
                        .add("archived", choice.archived())));
        JsonArrayBuilder kinds = JSON.createArrayBuilder();
        attribute.kinds().stream().sorted().forEach(kind -> kinds.add(kind.name()));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("code", attribute.code())
                .add("nameVi", attribute.nameVi())
                .add("nameEn", attribute.nameEn())
                .add("type", attribute.type().name())
                .add("required", attribute.required())
                .add("kinds", kinds)
                .add("choices", choices)
                .add("archived", attribute.archived());
        return json.build().toString();
    }
}
