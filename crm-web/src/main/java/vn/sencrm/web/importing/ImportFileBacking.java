package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.sencrm.importing.ImportPreview;
import vn.sencrm.importing.ImportPreviews;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.importing.ImportService;
import vn.sencrm.importing.PreviewRow;
import vn.sencrm.importing.sheet.LegacyText;
import vn.sencrm.importing.sheet.SheetLayout;
import vn.sencrm.importing.sheet.SheetRow;
import vn.sencrm.web.shell.Texts;

/** The file of an import that is still open: where its table stands, and its first rows. */
@Named
@RequestScoped
public class ImportFileBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 10;
    private static final int LABEL = 70;
    private static final int COLUMNS = 40;

    @Inject
    transient ImportService imports;

    @Inject
    transient ImportPreviews previews;

    @Inject
    transient ImportRunBacking runBacking;

    @Inject
    transient Texts texts;

    @Inject
    transient ImportWords words;

    @Inject
    transient ExternalContext external;

    private String sheet;
    private Integer headerRow;
    private LegacyText text;
    private transient ImportPreview preview;

    /** A row that may have the titles, with the beginning of its text. */
    public record TitleRow(int number, String label) implements Serializable {}

    public ImportPreview getPreview() throws IOException {
        if (preview == null) {
            preview = previews.get(run().id());
        }
        return preview;
    }

    private ImportRun run() {
        return runBacking.getRun();
    }

    /** A file of one table that cannot stand elsewhere (JSON) leaves nothing to choose. */
    public boolean isChoosable() throws IOException {
        return run().suspected() == null
                && (getPreview().sheets().size() > 1 || getPreview().top().size() > 1);
    }

    /** The first rows, and the one that has the titles wherever it stands. */
    public List<TitleRow> getTitleRows() throws IOException {
        List<TitleRow> rows = new ArrayList<>(
                getPreview().top().stream().limit(ROWS).map(this::titleRow).toList());
        Integer now = run().options().layout().headerRow();
        if (now != null && rows.stream().noneMatch(row -> row.number() == now)) {
            rows.add(new TitleRow(
                    now, texts.message("import_run.header_row.choice", now, String.join(" · ", run().headers()))));
        }
        return rows;
    }

    private TitleRow titleRow(SheetRow row) {
        String text = Arrays.stream(row.cells())
                .filter(Objects::nonNull)
                .map(cell -> cell.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" · "));
        String label = text.length() > LABEL ? text.substring(0, LABEL) + "…" : text;
        return new TitleRow(row.number(), texts.message("import_run.header_row.choice", row.number(), label));
    }

    /** The columns that are imported, as far as they fit on a page; all as long as none is, to tell what they are. */
    public List<Integer> getColumns() {
        List<String> headers = run().headers();
        return IntStream.range(0, headers.size())
                .filter(column -> run().mapping().isEmpty() || run().mapping().containsKey(headers.get(column)))
                .boxed()
                .limit(COLUMNS)
                .toList();
    }

    /** What is wrong in a cell, empty for nothing. */
    public String problem(PreviewRow row, int column) {
        return row.problemAt(column) == null ? "" : words.sentence(run(), row.problemAt(column));
    }

    /** What is wrong with a row, but with no cell that is shown. */
    public String elsewhere(PreviewRow row) {
        List<Integer> shown = getColumns();
        return row.problems().stream()
                .filter(problem -> !shown.contains(problem.column()))
                .map(problem -> words.sentence(run(), problem))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Keeps what was typed into a cell; what was checked must then be checked again. */
    public void correct() {
        imports.correct(run().id(), number("row"), number("column"), parameter("text"));
        runBacking.forget();
        preview = null;
    }

    private int number(String name) {
        String number = parameter(name);
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }

    private String here() {
        return "/importing/run.xhtml?faces-redirect=true&id=" + run().id();
    }

    /** Takes the table from where the user says it stands. */
    public String locate() throws IOException {
        boolean sameSheet = Objects.equals(getSheet(), run().options().layout().sheet());
        boolean sameRow =
                Objects.equals(getHeaderRow(), run().options().layout().headerRow());
        Integer row = sameSheet || !sameRow ? getHeaderRow() : null;
        imports.locate(run().id(), new SheetLayout(getSheet(), row, getText()));
        return here();
    }

    /** Converts text from before Unicode, as the preview shows it. */
    public String convert() throws IOException {
        return say(run().suspected());
    }

    /** Takes all text for what it is. */
    public String leave() throws IOException {
        return say(LegacyText.NONE);
    }

    private String say(LegacyText kind) throws IOException {
        SheetLayout layout = run().options().layout();
        imports.locate(run().id(), layout.as(kind));
        return here();
    }

    /** What the text is written in where the user has said it, or may say it. */
    public LegacyText[] getTexts() {
        return LegacyText.values();
    }

    public LegacyText getText() {
        return text == null ? run().options().layout().text() : text;
    }

    public void setText(LegacyText text) {
        this.text = text;
    }

    public String getSheet() {
        return sheet == null ? run().options().layout().sheet() : sheet;
    }

    public void setSheet(String sheet) {
        this.sheet = sheet;
    }

    public Integer getHeaderRow() {
        return headerRow == null ? run().options().layout().headerRow() : headerRow;
    }

    public void setHeaderRow(Integer headerRow) {
        this.headerRow = headerRow;
    }
}
