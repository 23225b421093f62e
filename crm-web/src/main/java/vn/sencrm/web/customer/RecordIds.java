package vn.sencrm.web.customer;

import vn.sencrm.common.NotFoundException;

/** Ids as they stand in addresses. */
final class RecordIds {

    private RecordIds() {}

    /** @throws NotFoundException for what is no id: the answer is the same as for one that nobody has */
    static long parse(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new NotFoundException("customer", text == null ? "" : text);
        }
        return Long.parseLong(text);
    }
}
