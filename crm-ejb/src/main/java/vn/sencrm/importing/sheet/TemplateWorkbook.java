package vn.sencrm.importing.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a template: a sheet with header and examples, every column as text and coded ones with a drop-down; a sheet
 * that explains the columns; a hidden one with what the drop-downs offer.
 */
public final class TemplateWorkbook {

    private static final int LAST_ROW = 100_000;
    private static final int WIDTH = 22 * 256;
    private static final String LISTS = "_lists";

    private TemplateWorkbook() {}

    /** @param explanationTitles the titles of the explaining sheet's three columns */
    public static void write(
            OutputStream out,
            String sheetName,
            String explanationName,
            List<String> explanationTitles,
            List<TemplateColumn> columns)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet data = workbook.createSheet(sheetName);
            writeData(workbook, data, columns);
            writeExplanation(workbook, explanationName, explanationTitles, columns);
            writeLists(workbook, data, columns);
            workbook.write(out);
        }
    }

    private static void writeData(XSSFWorkbook workbook, Sheet sheet, List<TemplateColumn> columns) {
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        header(workbook, sheet, columns.stream().map(TemplateColumn::header).toList());
        for (int column = 0; column < columns.size(); column++) {
            sheet.setDefaultColumnStyle(column, text);
            sheet.setColumnWidth(column, WIDTH);
            List<String> examples = columns.get(column).examples();
            for (int i = 0; i < examples.size(); i++) {
                Row row = sheet.getRow(i + 1) == null ? sheet.createRow(i + 1) : sheet.getRow(i + 1);
                Cell cell = row.createCell(column);
                cell.setCellStyle(text);
                cell.setCellValue(examples.get(i));
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private static void header(XSSFWorkbook workbook, Sheet sheet, List<String> titles) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.LIGHT_TURQUOISE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        Row row = sheet.createRow(0);
        for (int column = 0; column < titles.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(titles.get(column));
            cell.setCellStyle(style);
        }
    }

    private static void writeExplanation(
            XSSFWorkbook workbook, String name, List<String> titles, List<TemplateColumn> columns) {
        Sheet sheet = workbook.createSheet(name);
        header(workbook, sheet, titles);
        sheet.setColumnWidth(0, WIDTH);
        sheet.setColumnWidth(1, 3 * WIDTH);
        sheet.setColumnWidth(2, 2 * WIDTH);
        for (int i = 0; i < columns.size(); i++) {
            TemplateColumn column = columns.get(i);
            Row row = sheet.createRow(i + 1);
            row.createCell(0).setCellValue(column.header());
            row.createCell(1).setCellValue(column.explanation());
            row.createCell(2)
                    .setCellValue(String.join(
                            "; ", column.choices().stream().limit(40).toList()));
        }
    }

    private static void writeLists(XSSFWorkbook workbook, Sheet data, List<TemplateColumn> columns) {
        Sheet lists = workbook.createSheet(LISTS);
        workbook.setSheetHidden(workbook.getSheetIndex(lists), true);
        DataValidationHelper helper = data.getDataValidationHelper();
        for (int column = 0; column < columns.size(); column++) {
            List<String> choices = columns.get(column).choices();
            if (choices.isEmpty()) {
                continue;
            }
            for (int i = 0; i < choices.size(); i++) {
                Row row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
                row.createCell(column).setCellValue(choices.get(i));
            }
            String letters = CellReference.convertNumToColString(column);
            DataValidation validation = helper.createValidation(
                    helper.createFormulaListConstraint(
                            LISTS + "!$" + letters + "$1:$" + letters + "$" + choices.size()),
                    new CellRangeAddressList(1, LAST_ROW, column, column));
            validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
            validation.setShowErrorBox(true);
            data.addValidationData(validation);
        }
    }
}
