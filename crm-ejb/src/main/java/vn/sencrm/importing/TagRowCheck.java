package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.YesNo;
import vn.sencrm.importing.sheet.SheetRow;
import vn.sencrm.tag.TagCheck;

/** Makes a staged row of a row of cells, by the same check as the page and the API. */
final class TagRowCheck implements Function<SheetRow, StagedRow> {

    private final int nameColumn;
    private final int sharedColumn;

    TagRowCheck(ImportRun run) {
        nameColumn = column(run, TagImport.NAME);
        sharedColumn = column(run, TagImport.SHARED);
    }

    private static int column(ImportRun run, String field) {
        return run.columnsOf(field).stream().findFirst().orElse(-1);
    }

    @Override
    public StagedRow apply(SheetRow row) {
        JsonObjectBuilder document = JSON.createObjectBuilder();
        List<RowProblem> problems = new ArrayList<>();
        String name = "";
        try {
            name = TagCheck.name(row.cell(nameColumn));
            document.add(TagImport.NAME, name);
        } catch (InvalidInputException refused) {
            refused.problems()
                    .forEach(problem -> problems.add(
                            new RowProblem(TagImport.NAME, nameColumn, problem.code(), problem.arguments(), false)));
        }
        String said = sharedColumn < 0 ? null : row.cell(sharedColumn);
        if (said != null) {
            Optional<Boolean> shared = YesNo.read(said);
            shared.ifPresent(yes -> document.add(TagImport.SHARED, yes));
            if (shared.isEmpty()) {
                problems.add(new RowProblem(TagImport.SHARED, sharedColumn, "UNKNOWN_OPTION", List.of(said), false));
            }
        }
        return new StagedRow(
                row.number(),
                null,
                TextFold.fold(name),
                List.of(),
                List.of(),
                document.build().toString(),
                problems,
                row.cells());
    }
}
