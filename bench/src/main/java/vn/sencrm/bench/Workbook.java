package vn.sencrm.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The workbook of twenty columns that is imported, and the reading of it alone. */
final class Workbook {
    private static final String[] HEADERS = {
        "Mã KH", "Loại hồ sơ", "Giai đoạn", "Họ tên", "Điện thoại", "Điện thoại 2", "Email", "Địa chỉ", "Phường/xã",
        "Tỉnh/thành", "Mã số thuế", "Số CCCD", "Ngày sinh", "Giới tính", "Trạng thái", "Nhóm – Loại", "Nguồn",
                "Phân cấp",
        "Website", "Ghi chú"
    };
    private static final int STREET = 7;
    private static final int NOTES = 19;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Workbook() {}

    static void write(Path path, VietnameseCustomers customers, long from, long to) throws IOException {
        write(path, customers, from, from, to);
    }

    /** Those before {@code known} have another street and other notes than the same customer has elsewhere. */
    static void write(Path path, VietnameseCustomers customers, long from, long known, long to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "Sen CRM", "1.0")) {
            Worksheet sheet = book.newWorksheet("Khách hàng");
            for (int column = 0; column < HEADERS.length; column++) {
                sheet.value(0, column, HEADERS[column]);
            }
            Iterator<SampleCustomer> rows = customers.range(from, to).iterator();
            for (int row = 1; rows.hasNext(); row++) {
                SampleCustomer customer = rows.next();
                Object[] cells = cells(customer);
                if (customer.number() < known) {
                    cells[STREET] = "Ngõ " + row + ' ' + customer.street();
                    cells[NOTES] = "Gặp lại lần " + row % 7;
                }
                write(sheet, row, cells);
            }
        }
    }

    private static void write(Worksheet sheet, int row, Object[] cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof LocalDate date) {
                sheet.value(row, column, date);
                sheet.style(row, column).format("dd/MM/yyyy").set();
            } else if (cells[column] != null) {
                sheet.value(row, column, cells[column].toString());
            }
        }
    }

    /** One birthday in four is text, as where a sheet was put together by hand; the others are dates. */
    private static Object[] cells(SampleCustomer c) {
        boolean asText = c.birthday() != null && c.number() % 4 == 0;
        return new Object[] {
            c.code(),
            c.kind().label,
            Labels.stage(c.stage()),
            c.name(),
            c.phone(),
            c.phone2(),
            c.email(),
            c.street(),
            c.commune(),
            c.province().name(),
            c.taxCode(),
            c.citizenId(),
            asText ? DAY.format(c.birthday()) : c.birthday(),
            Labels.gender(c.gender()),
            Labels.status(c.status()),
            Labels.category(c.category()),
            Labels.source(c.source()),
            Labels.tier(c.tier()),
            c.website(),
            c.notes()
        };
    }

    /** Reads every cell's text and nothing else: what no import from this file can do without. */
    static Cost readAlone(Path path) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long characters = 0;
        try (InputStream in = Files.newInputStream(path);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                for (Cell cell : all.next()) {
                    characters += cell == null || cell.getText() == null
                            ? 0
                            : cell.getText().length();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException(path + " is empty");
        }
        return new Cost((System.nanoTime() - start) / 1e9, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
    }
}
