package vn.sencrm.customer.conversion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.identity.Right;

/** The setting which kinds are persons, who become contacts, and which organisations, which become accounts (CUS-2). */
@Stateless
public class KindRules {

    @Inject
    ConversionSql sql;

    /** What a lead of this kind becomes: CONTACT or ACCOUNT. */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public CustomerStage becomes(CustomerKind kind) {
        return all().get(kind);
    }

    @RolesAllowed(Right.CUSTOMER_VIEW)
    public Map<CustomerKind, CustomerStage> all() {
        Map<CustomerKind, CustomerStage> all = new EnumMap<>(CustomerKind.class);
        for (CustomerKind kind : CustomerKind.values()) {
            all.put(kind, kind == CustomerKind.INDIVIDUAL ? CustomerStage.CONTACT : CustomerStage.ACCOUNT);
        }
        all.putAll(sql.kindRules());
        return all;
    }

    /** Customers that have been converted stay what they are. */
    @RolesAllowed(Right.CONFIGURE)
    public void change(CustomerKind kind, CustomerStage becomes) {
        if (becomes != CustomerStage.CONTACT && becomes != CustomerStage.ACCOUNT) {
            throw new InvalidInputException(List.of(new FieldProblem("becomes", "BAD_VALUE", becomes.name())));
        }
        sql.writeKindRule(kind, becomes);
    }
}
