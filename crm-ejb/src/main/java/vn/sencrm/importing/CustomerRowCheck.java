package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.CellTexts;
import vn.sencrm.customer.CheckedCustomer;
import vn.sencrm.customer.CustomerCheck;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerLookups;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.IdentityKeys;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.importing.sheet.SheetRow;

/** Makes a staged row of a row of cells, by the same check as the form and the API; empty cells say nothing. */
final class CustomerRowCheck implements Function<SheetRow, StagedRow> {

    /** The first day of spreadsheets' serial numbers, after their 29 February 1900 that never was. */
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

    /** What spreadsheets show where a formula came to nothing. */
    private static final Set<String> FAILED_FORMULAS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!");

    private static final Pattern SEPARATOR = Pattern.compile("[;\\n]+|,\\s");
    private static final Pattern TAG_SEPARATOR = Pattern.compile("[;,\\n]+");
    private static final Pattern DATE_WITH_TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d|\\d{1,2}([/.-])\\d{1,2}\\2\\d{4})[ T]\\d{1,2}:\\d\\d.*");
    private static final Pattern PATH = Pattern.compile("([^\\[.]+)(?:\\[(\\d+)])?(?:\\.(.+))?");

    private final ImportOptions defaults;
    private final CustomerLookups lookups;
    private final List<Column> columns = new ArrayList<>();

    /** A mapped column: the field it feeds and, for parts of one, the part ("street", an attribute's code). */
    private record Column(int index, CustomerField field, String part) {}

    CustomerRowCheck(ImportRun run, ImportOptions defaults, CustomerLookups lookups) {
        this.defaults = defaults;
        this.lookups = lookups;
        for (int i = 0; i < run.headers().size(); i++) {
            String field = run.mapping().get(run.headers().get(i));
            if (field != null) {
                columns.add(column(i, field));
            }
        }
    }

    private static Column column(int index, String name) {
        if (name.startsWith(Attribute.FILTER_PREFIX)) {
            String code = name.substring(Attribute.FILTER_PREFIX.length());
            return new Column(index, CustomerField.ATTRIBUTES, code);
        }
        int dot = name.indexOf('.');
        if (dot < 0) {
            return new Column(index, CustomerField.named(name).orElseThrow(), null);
        }
        CustomerField field =
                switch (name.substring(0, dot)) {
                    case "address" -> CustomerField.ADDRESSES;
                    case "social" -> CustomerField.SOCIALS;
                    default -> CustomerField.REPRESENTATIVE;
                };
        return new Column(index, field, name.substring(dot + 1));
    }

    @Override
    public StagedRow apply(SheetRow row) {
        CheckedCustomer checked = CustomerCheck.ofImport(input(row), lookups);
        CustomerDocument document = checked.document();
        Set<IdentityKey> keys = keys(document);
        List<String> keyKinds = new ArrayList<>(keys.size());
        List<String> keyValues = new ArrayList<>(keys.size());
        for (IdentityKey key : keys) {
            keyKinds.add(key.kind().name());
            keyValues.add(key.key());
        }
        // The code finds the customer and is never a change of it.
        String code = document.text(CustomerField.CODE);
        document.remove(CustomerField.CODE);
        return new StagedRow(
                row.number(),
                code,
                TextFold.fold(document.text(CustomerField.NAME)),
                keyKinds,
                keyValues,
                document.toJson(),
                retired(row, document),
                problems(row, checked),
                row.cells());
    }

    private String retired(SheetRow row, CustomerDocument document) {
        JsonObjectBuilder retired = null;
        for (Column column : columns) {
            if (isRetired(column, document)) {
                String name = column.field() == CustomerField.ATTRIBUTES
                        ? Attribute.JSON_PREFIX + column.part()
                        : column.field().jsonName();
                retired = retired == null ? JSON.createObjectBuilder() : retired;
                retired.add(name, row.cell(column.index()));
            }
        }
        return retired == null ? null : retired.build().toString();
    }

    private boolean isRetired(Column column, CustomerDocument document) {
        CustomerField field = column.field();
        if (field != CustomerField.ATTRIBUTES) {
            return field.type() == CustomerField.Type.CHOICE && lookups.isRetired(field, document.get(field));
        }
        Object value = document.attributes().get(column.part());
        return value != null
                && lookups.attributes()
                        .find(column.part())
                        .filter(attribute -> attribute.isRetired(value, null))
                        .isPresent();
    }

    /** A name's key depends on whether it is a person's; without a column, the run's kind says so. */
    private Set<IdentityKey> keys(CustomerDocument document) {
        if (document.get(CustomerField.KIND) != null) {
            return IdentityKeys.of(document);
        }
        document.put(CustomerField.KIND, defaults.kind());
        Set<IdentityKey> keys = IdentityKeys.of(document);
        document.remove(CustomerField.KIND);
        return keys;
    }

    // ---- cells to input

    private CustomerInput input(SheetRow row) {
        CustomerInput input = new CustomerInput();
        Map<CustomerField, List<Object>> lists = new HashMap<>(8);
        Map<String, String> address = new LinkedHashMap<>(8);
        Map<String, String> representative = new LinkedHashMap<>(4);
        Map<String, String> attributes = new LinkedHashMap<>(8);
        for (Column column : columns) {
            String cell = row.cell(column.index());
            if (cell == null || cell.isBlank()) {
                continue;
            }
            switch (column.field()) {
                case ADDRESSES -> address.put(column.part(), cell);
                case REPRESENTATIVE -> representative.put(column.part(), cell);
                case ATTRIBUTES -> attributes.put(column.part(), isDate(column) ? date(cell) : cell);
                case SOCIALS -> list(lists, column.field()).addAll(CellTexts.socials(column.part(), cell));
                case BIRTHDAY -> input.set(column.field(), date(cell));
                case EMAILS, WEBSITES ->
                    split(cell, SEPARATOR)
                            .forEach(one -> list(lists, column.field()).add(CellTexts.labelled(one)));
                case TAGS -> list(lists, column.field()).addAll(split(cell, TAG_SEPARATOR));
                case PHONES -> list(lists, column.field()).addAll(CellTexts.phones(cell));
                default -> input.set(column.field(), cell);
            }
        }
        lists.forEach(input::set);
        if (!address.isEmpty()) {
            input.set(CustomerField.ADDRESSES, CellTexts.addresses(address));
        }
        if (!representative.isEmpty()) {
            input.set(CustomerField.REPRESENTATIVE, representative);
        }
        if (defaults.clears()) {
            clear(input, attributes);
        }
        if (!attributes.isEmpty()) {
            input.set(CustomerField.ATTRIBUTES, attributes);
        }
        return input;
    }

    /** What has a column and no text is given empty; a contact's account stays, for it must have one. */
    private void clear(CustomerInput input, Map<String, String> attributes) {
        for (Column column : columns) {
            if (column.field() == CustomerField.ATTRIBUTES) {
                if (mayClear(column, input)) {
                    attributes.putIfAbsent(column.part(), "");
                }
            } else if (!input.has(column.field()) && column.field() != CustomerField.ACCOUNT) {
                input.set(column.field(), "");
            }
        }
    }

    /** Whether an attribute is required can be told only of rows that say their kind; those that do not leave it. */
    private boolean mayClear(Column column, CustomerInput input) {
        return input.has(CustomerField.KIND)
                || lookups.attributes()
                        .find(column.part())
                        .filter(attribute -> !attribute.requiredOf().isEmpty())
                        .isEmpty();
    }

    private boolean isDate(Column attribute) {
        return lookups.attributes()
                .find(attribute.part())
                .filter(found -> found.type() == AttributeType.DATE)
                .isPresent();
    }

    private static List<Object> list(Map<CustomerField, List<Object>> lists, CustomerField field) {
        return lists.computeIfAbsent(field, f -> new ArrayList<>(2));
    }

    /** A date that a spreadsheet shows as its serial number, or with a time behind it. */
    private static String date(String cell) {
        if (cell.length() == 5 && cell.chars().allMatch(Character::isDigit)) {
            return SERIAL_START.plusDays(Integer.parseInt(cell)).toString();
        }
        Matcher withTime = DATE_WITH_TIME.matcher(cell);
        return cell.indexOf(':') > 0 && withTime.matches() ? withTime.group(1) : cell;
    }

    private static List<String> split(String cell, Pattern separator) {
        return separator.splitAsStream(cell).filter(part -> !part.isBlank()).toList();
    }

    // ---- problems to cells

    private List<RowProblem> problems(SheetRow row, CheckedCustomer checked) {
        List<RowProblem> problems = new ArrayList<>(0);
        checked.problems().forEach(problem -> problems.add(problem(row, problem, false)));
        for (Column column : columns) {
            if (isFailedFormula(row.cell(column.index()))
                    && problems.stream().noneMatch(problem -> problem.column() == column.index())) {
                problems.add(failedFormula(row, column));
            }
        }
        checked.warnings().forEach(warning -> problems.add(problem(row, warning, true)));
        return problems;
    }

    /** Nobody is called #N/A. */
    private static boolean isFailedFormula(String cell) {
        return cell != null && cell.startsWith("#") && FAILED_FORMULAS.contains(cell);
    }

    private static RowProblem failedFormula(SheetRow row, Column column) {
        String field = column.field() == CustomerField.ATTRIBUTES
                ? Attribute.JSON_PREFIX + column.part()
                : column.field().jsonName();
        return new RowProblem(field, column.index(), "BAD_VALUE", List.of(row.cell(column.index())), false);
    }

    private RowProblem problem(SheetRow row, FieldProblem problem, boolean warning) {
        return new RowProblem(
                problem.field(), columnOf(row, problem.field()), problem.code(), problem.arguments(), warning);
    }

    /** The column that holds the faulty value: of {@code phones[1]} the one whose cell has the second number. */
    private int columnOf(SheetRow row, String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return -1;
        }
        String name = parts.group(1);
        String part = parts.group(3);
        int index = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int found = -1;
        for (Column column : columns) {
            String cell = row.cell(column.index());
            if (!column.field().jsonName().equals(name) || cell == null) {
                continue;
            }
            if (column.part() != null && part != null && !column.part().equals(part)) {
                continue;
            }
            found = column.index();
            int values = column.field() == CustomerField.PHONES
                    ? PhoneNumber.split(cell).size()
                    : 1;
            if (index < values) {
                return found;
            }
            index -= values;
        }
        return found;
    }
}
