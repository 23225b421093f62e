package vn.sencrm.importing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A batch of staged rows in the text form of COPY, ready to be sent. */
final class StagedRows {

    static final String COPY =
            "copy import_row (run_id, row_no, code, name_fold, key_kinds, key_values, doc, retired, error_code,"
                    + " error_field, problems, cells) from stdin";

    private final long run;
    private final StringBuilder text = new StringBuilder(1 << 20);
    private int rows;
    private int last;

    StagedRows(long run) {
        this.run = run;
    }

    int rows() {
        return rows;
    }

    /** The number of the last row. */
    int last() {
        return last;
    }

    int length() {
        return text.length();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void add(StagedRow row) {
        RowProblem error = row.error();
        text.append(run).append('\t').append(row.number());
        field(row.code());
        field(row.nameFold());
        array(row.keyKinds());
        array(row.keyValues());
        field(row.document());
        field(row.retired());
        field(error == null ? null : error.code());
        field(error == null ? null : error.field());
        boolean clean = row.problems().isEmpty();
        field(clean ? null : RowJson.problems(row.problems()));
        field(clean ? null : RowJson.cells(row.cells()));
        text.append('\n');
        rows++;
        last = row.number();
    }

    private void field(String value) {
        text.append('\t');
        if (value == null) {
            text.append("\\N");
        } else {
            escaped(value);
        }
    }

    /** An array's text form: each element quoted, its quotes and backslashes escaped once for the array. */
    private void array(List<String> values) {
        if (values == null) {
            field(null);
            return;
        }
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? ",\"" : "\"");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    array.append('\\');
                }
                array.append(c);
            }
            array.append('"');
        }
        field(array.append('}').toString());
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append(' ');
                default -> text.append(c);
            }
        }
    }
}
