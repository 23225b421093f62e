package vn.sencrm.bench;

import java.time.LocalDate;

/**
 * One made-up customer: the twenty columns of the workbook, references by code. What a customer lacks is null.
 *
 * @param number its place in the sequence, from 0
 * @param phone as somebody typed it
 */
record SampleCustomer(
        long number,
        String code,
        Kind kind,
        String stage,
        String name,
        String phone,
        String phone2,
        String email,
        String street,
        String commune,
        Province province,
        String taxCode,
        String citizenId,
        LocalDate birthday,
        String gender,
        String status,
        String category,
        String source,
        String tier,
        String website,
        String notes) {

    enum Kind {
        INDIVIDUAL("Cá nhân"),
        ORGANIZATION("Tổ chức"),
        SHOP("Shop"),
        HOUSEHOLD("Hộ gia đình");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** A province with the code that the product's table of locations gives it. */
    record Province(String code, String name) {}
}
