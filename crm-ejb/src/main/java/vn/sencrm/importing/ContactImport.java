package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.identity.Account;
import vn.sencrm.importing.sheet.SheetRow;

/** People of companies: customers of the stage CONTACT, each of an account that the row names by its code. */
@ApplicationScoped
class ContactImport implements ImportTarget {

    static final String TYPE = "contacts";

    /** What a person has not, or what a contact is anyhow. */
    private static final Set<String> NOT_OF_CONTACTS = Set.of(
            CustomerField.KIND.jsonName(),
            CustomerField.STAGE.jsonName(),
            CustomerField.INDUSTRY.jsonName(),
            CustomerField.COMPANY_SIZE.jsonName(),
            CustomerField.SUPPLIER.jsonName(),
            "representative.name",
            "representative.relation",
            "representative.phone");

    @Inject
    CustomerImport customers;

    @Inject
    ContactDecideSql sql;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<ImportField> fields() {
        return customers.fields().stream()
                .filter(field -> !NOT_OF_CONTACTS.contains(field.name()))
                .toList();
    }

    @Override
    public boolean isComplete(Collection<String> mapped, ImportOptions options) {
        return mapped.contains(CustomerField.ACCOUNT.jsonName()) && customers.isComplete(mapped, options);
    }

    @Override
    public Function<SheetRow, StagedRow> checker(ImportRun run) {
        return customers.checker(run);
    }

    @Override
    public List<DecisionPart> deciding(ImportRun run, Account user) {
        List<DecisionPart> parts = new ArrayList<>(customers.deciding(run, user));
        parts.add(DecisionPart.ofAll(() -> sql.decide(run)));
        return parts;
    }

    @Override
    public void prepare(ImportRun run, Account user) {
        customers.prepare(run, user);
    }

    @Override
    public void apply(ImportRun run, Account user, int after, int upTo) {
        customers.apply(run, user, after, upTo);
    }

    @Override
    public void prepareUndo(ImportRun run, int after, int upTo) {
        customers.prepareUndo(run, after, upTo);
    }

    @Override
    public void undo(ImportRun run, int after, int upTo) {
        customers.undo(run, after, upTo);
    }

    @Override
    public void settleUndo(ImportRun run, int after, int upTo) {
        customers.settleUndo(run, after, upTo);
    }
}
