package vn.sencrm.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import vn.sencrm.assignment.Dealer;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerLookups;
import vn.sencrm.customer.CustomerLookupsSql;
import vn.sencrm.customer.TeamDealing;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/**
 * Sets team and person (ASG-2): {@code {"team": "Bán hàng", "person": "an"}}, null for "Không có" and "None". With a
 * person all go to that person and no turn moves; with a team alone they are dealt out by its rule.
 */
@ApplicationScoped
class OwnerAction implements BulkAction {

    private static final String TEAM = "team";
    private static final String PERSON = "person";
    private static final String OWNER = "owner";

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    BulkFieldSql sql;

    @Inject
    Dealer dealer;

    @Inject
    TeamDealing rules;

    @Override
    public String name() {
        return OWNER;
    }

    @Override
    public String right() {
        return Right.CUSTOMER_ASSIGN;
    }

    /** @throws BulkRefusedException for a team without a rule and no person */
    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        BulkArguments given = new BulkArguments(args, Set.of(TEAM, PERSON));
        if (args.isEmpty()) {
            throw BulkArguments.bad(PERSON, "REQUIRED", "");
        }
        CustomerLookups known = lookups.load();
        Long team = given.choice(TEAM, CustomerField.TEAM, () -> known);
        Long person = given.choice(PERSON, CustomerField.OWNER, () -> known);
        if (team != null && person == null && !rules.hasRule(team)) {
            throw new BulkRefusedException("TEAM_WITHOUT_RULE", given.text(TEAM));
        }
        return JSON.createObjectBuilder()
                .add(TEAM, team == null ? JsonValue.NULL : JSON.createValue(team))
                .add(OWNER, person == null ? JsonValue.NULL : JSON.createValue(person))
                .build();
    }

    @Override
    public void apply(BulkStep step) {
        Long team = BulkArguments.id(step.parameters(), TEAM);
        Long person = BulkArguments.id(step.parameters(), OWNER);
        SqlFragment owner = team != null && person == null ? dealt(step, team) : BulkFieldSql.same(person);
        sql.set(step, Map.of(BulkField.OWNER, owner, BulkField.TEAM, BulkFieldSql.same(team)));
    }

    /** Those whom nobody can take wait in the team's queue. */
    private SqlFragment dealt(BulkStep step, long team) {
        long[] owners = dealer.deal(team, step.waiting()).owners();
        return BulkFieldSql.each(LongStream.of(owners).boxed().toList());
    }

    @Override
    public void undo(BulkStep step) {
        sql.putBack(step, List.of(BulkField.OWNER, BulkField.TEAM));
    }
}
