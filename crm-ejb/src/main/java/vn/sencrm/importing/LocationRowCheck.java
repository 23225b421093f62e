package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.TextFold;
import vn.sencrm.importing.sheet.SheetRow;
import vn.sencrm.location.LocationCheck;
import vn.sencrm.location.PlaceIndex;

/**
 * Makes a staged row of a row of cells, by the same check as the page and the API. Codes that a spreadsheet took for
 * numbers get their zeros back: two digits for a province, five for a commune.
 */
final class LocationRowCheck implements Function<SheetRow, StagedRow> {

    private static final int PROVINCE_DIGITS = 2;
    private static final int COMMUNE_DIGITS = 5;

    private final PlaceIndex places;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Integer> former = new ArrayList<>();

    /** The provinces of earlier rows, by code and by folded name. */
    private final Map<String, String> ofFile = new HashMap<>();

    LocationRowCheck(ImportRun run, PlaceIndex places) {
        this.places = places;
        for (int i = 0; i < run.headers().size(); i++) {
            String field = run.mapping().get(run.headers().get(i));
            if (LocationImport.FORMER.equals(field)) {
                former.add(i);
            } else if (field != null) {
                columns.put(field, i);
            }
        }
    }

    @Override
    public StagedRow apply(SheetRow row) {
        LocationCheck check = new LocationCheck();
        String province = province(row, check);
        boolean commune = cell(row, LocationImport.PROVINCE) != null;
        String code = check.code(padded(cell(row, LocationImport.CODE), commune ? COMMUNE_DIGITS : PROVINCE_DIGITS));
        String name = check.name(cell(row, LocationImport.NAME));
        List<String> names = check.former(formerNames(row));
        if (!commune && check.problems().isEmpty()) {
            ofFile.put(code, code);
            ofFile.put(TextFold.fold(name), code);
        }
        JsonObjectBuilder document =
                JSON.createObjectBuilder().add(LocationImport.CODE, code).add(LocationImport.NAME, name);
        if (province != null) {
            document.add(LocationImport.PROVINCE, province);
        }
        if (!names.isEmpty()) {
            document.add(LocationImport.FORMER, JSON.createArrayBuilder(names));
        }
        return new StagedRow(
                row.number(),
                code.isEmpty() ? null : code,
                TextFold.fold(name),
                List.of(),
                List.of(),
                document.build().toString(),
                check.problems().stream().map(this::problem).toList(),
                row.cells());
    }

    private String province(SheetRow row, LocationCheck check) {
        String words = cell(row, LocationImport.PROVINCE);
        if (words == null) {
            return null;
        }
        String known = places.province(padded(words, PROVINCE_DIGITS));
        if (known == null) {
            known = ofFile.getOrDefault(words.strip(), ofFile.get(TextFold.fold(TextFold.clean(words))));
        }
        if (known == null) {
            check.problem("province", "UNKNOWN_OPTION", words);
        }
        return known;
    }

    private static String padded(String code, int digits) {
        String typed = code == null ? "" : code.strip();
        return typed.matches("\\d+") && typed.length() < digits ? "0".repeat(digits - typed.length()) + typed : typed;
    }

    private List<String> formerNames(SheetRow row) {
        List<String> names = new ArrayList<>();
        for (int column : former) {
            if (row.cell(column) != null) {
                names.addAll(Arrays.asList(row.cell(column).split("[;\\n]")));
            }
        }
        return names;
    }

    private String cell(SheetRow row, String field) {
        Integer column = columns.get(field);
        String cell = column == null ? null : row.cell(column);
        return cell == null || cell.isBlank() ? null : cell;
    }

    private RowProblem problem(FieldProblem problem) {
        String field = "location." + problem.field();
        return new RowProblem(field, columns.getOrDefault(field, -1), problem.code(), problem.arguments(), false);
    }
}
