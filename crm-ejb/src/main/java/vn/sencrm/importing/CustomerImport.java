package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.customer.CellTexts;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerLookupsSql;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributesSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetRow;

/**
 * Customers of every kind. A new customer is an INDIVIDUAL and a LEAD unless a column or the run's options say
 * otherwise, and belongs to whoever imports it unless a column names an owner.
 */
@ApplicationScoped
class CustomerImport implements ImportTarget {

    static final String TYPE = "customers";

    /** Parts of list fields that a column may feed; every other field is one of {@link CustomerField}. */
    private static final List<String> PARTS = List.of(
            "address.street",
            "address.commune",
            "address.province",
            "address.note",
            "address." + CellTexts.POSITION,
            "social.zalo",
            "social.facebook",
            "social." + CellTexts.ALL_NETWORKS,
            "representative.name",
            "representative.relation",
            "representative.phone");

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    CustomerMatchSql matchSql;

    @Inject
    CustomerDecideSql decideSql;

    @Inject
    CustomerUniteSql uniteSql;

    @Inject
    CustomerApplySql applySql;

    @Inject
    CustomerUndoSql undoSql;

    @Inject
    ImportMembersSql members;

    @Inject
    ImportDuplicatesSql duplicates;

    @Inject
    AttributesSql attributes;

    private final List<ImportField> builtIn = builtIn();

    /** What files of every company may have columns of. */
    static List<ImportField> builtIn() {
        ColumnNames names = new ColumnNames("customer-columns.properties");
        List<ImportField> fields = new ArrayList<>();
        for (CustomerField field : CustomerField.values()) {
            switch (field) {
                case ADDRESSES, SOCIALS, REPRESENTATIVE ->
                    PARTS.stream()
                            .filter(part -> field.jsonName().startsWith(part.substring(0, part.indexOf('.'))))
                            .forEach(part ->
                                    fields.add(new ImportField(part, "import.field." + part, false, names.of(part))));
                case MEMBERS, ATTRIBUTES -> {
                    // a household's members do not fit in cells; attributes are read anew each time
                }
                default ->
                    fields.add(new ImportField(
                            field.jsonName(),
                            (field == CustomerField.ACCOUNT ? "import.field." : "customer.field.") + field.jsonName(),
                            field.type().isList(),
                            names.of(field.jsonName())));
            }
        }
        return List.copyOf(fields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<ImportField> fields() {
        return Stream.concat(builtIn.stream(), attributeFields()).toList();
    }

    /** Files do not fit in cells. */
    private Stream<ImportField> attributeFields() {
        return attributes.load().live().stream()
                .filter(attribute -> !attribute.type().isFile())
                .map(attribute -> new ImportField(attribute.filterName(), null, false, names(attribute), attribute));
    }

    private static Set<String> names(Attribute attribute) {
        return Stream.of(attribute.nameVi(), attribute.nameEn(), attribute.code(), attribute.jsonName())
                .map(ColumnNames::fold)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Function<SheetRow, StagedRow> checker(ImportRun run) {
        return new CustomerRowCheck(run, defaults(run), lookups.load());
    }

    @Override
    public List<DecisionPart> deciding(ImportRun run, Account user) {
        String kind = defaults(run).kind();
        String required = required();
        boolean mayEdit = user.may(Right.CUSTOMER_EDIT);
        return List.of(
                DecisionPart.ofAll(() -> matchSql.match(run)),
                DecisionPart.ofSome(rows -> decideSql.decide(run, user, mayEdit, rows, kind, required)),
                DecisionPart.ofAll(() -> uniteSql.unite(run, user.id(), newCustomer(run, user))),
                DecisionPart.ofSome(rows -> duplicates.compareWithDatabase(run, rows)),
                DecisionPart.ofAll(() -> duplicates.compareWithinFile(run)));
    }

    /** The fields that a new customer gets without its row saying so. */
    private static String newCustomer(ImportRun run, Account user) {
        ImportOptions defaults = defaults(run);
        return JSON.createObjectBuilder()
                .add("kind", defaults.kind())
                .add("stage", defaults.stage())
                .add("owner", user.id())
                .add("supplier", false)
                .build()
                .toString();
    }

    /** What new customers of each kind must have, as {@code {"SHOP":["attributes.size"]}}; null for nothing. */
    private String required() {
        JsonObjectBuilder byKind = JSON.createObjectBuilder();
        Map<CustomerKind, List<Attribute>> required = attributes.load().required();
        required.forEach((kind, ofKind) -> byKind.add(
                kind.name(),
                JSON.createArrayBuilder(ofKind.stream().map(Attribute::jsonName).toList())));
        return required.isEmpty() ? null : byKind.build().toString();
    }

    @Override
    public void prepare(ImportRun run, Account user) {
        applySql.prepare(run, user.id());
    }

    @Override
    public void apply(ImportRun run, Account user, int after, int upTo) {
        duplicates.refuseStale(run, after, upTo);
        applySql.apply(run, after, upTo, user.id(), defaults(run));
        duplicates.pair(run, after, upTo);
        if (run.options().group() != null) {
            members.join(run, user, after, upTo);
        }
    }

    @Override
    public void undo(ImportRun run, int after, int upTo) {
        if (run.options().group() != null) {
            members.leave(run, after, upTo);
        }
        undoSql.undo(run, after, upTo);
    }

    @Override
    public void prepareUndo(ImportRun run, int after, int upTo) {
        duplicates.forget(run, after, upTo);
    }

    @Override
    public void settleUndo(ImportRun run, int after, int upTo) {
        duplicates.pair(run, after, upTo);
    }

    private static ImportOptions defaults(ImportRun run) {
        CustomerStage stage = run.type().equals(ContactImport.TYPE) ? CustomerStage.CONTACT : CustomerStage.LEAD;
        return run.options().withDefaults(CustomerKind.INDIVIDUAL.name(), stage.name());
    }
}
