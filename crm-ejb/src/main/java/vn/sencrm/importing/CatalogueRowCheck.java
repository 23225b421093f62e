package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.sencrm.catalogue.Catalogue;
import vn.sencrm.catalogue.CatalogueCheck;
import vn.sencrm.catalogue.CatalogueInput;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;
import vn.sencrm.importing.sheet.SheetRow;

/**
 * Makes a staged row of a row of cells, by the same check as the page and the API; empty cells say nothing. The
 * document's names are those of the catalogue's columns.
 */
final class CatalogueRowCheck implements Function<SheetRow, StagedRow> {

    private final Catalogue catalogue;
    private final Map<String, Integer> columns = new HashMap<>();

    CatalogueRowCheck(ImportRun run, Catalogue catalogue) {
        this.catalogue = catalogue;
        for (int i = 0; i < run.headers().size(); i++) {
            String field = run.mapping().get(run.headers().get(i));
            if (field != null) {
                columns.put(field, i);
            }
        }
    }

    @Override
    public StagedRow apply(SheetRow row) {
        CatalogueInput input = new CatalogueInput();
        columns.forEach((field, column) -> {
            String cell = row.cell(column);
            if (cell != null && !cell.isBlank()) {
                input.set(field, cell);
            }
        });
        try {
            Map<String, Object> values = CatalogueCheck.ofChange(catalogue, input);
            String name = (String) values.get(CatalogueInput.NAME_VI);
            values.computeIfAbsent(CatalogueInput.CODE, code -> name == null ? null : CatalogueCheck.codeOf(name));
            return staged(row, values, List.of());
        } catch (InvalidInputException refused) {
            return staged(
                    row,
                    Map.of(),
                    refused.problems().stream()
                            .map(problem -> new RowProblem(
                                    problem.field(),
                                    columns.getOrDefault(problem.field(), -1),
                                    problem.code(),
                                    problem.arguments(),
                                    false))
                            .toList());
        }
    }

    private StagedRow staged(SheetRow row, Map<String, Object> values, List<RowProblem> problems) {
        JsonObjectBuilder document = JSON.createObjectBuilder();
        values.forEach((field, value) -> {
            if (value instanceof BigDecimal number) {
                document.add(catalogue.column(field), number);
            } else {
                document.add(catalogue.column(field), value.toString());
            }
        });
        return new StagedRow(
                row.number(),
                (String) values.get(CatalogueInput.CODE),
                TextFold.fold((String) values.get(CatalogueInput.NAME_VI)),
                List.of(),
                List.of(),
                document.build().toString(),
                problems,
                row.cells());
    }
}
