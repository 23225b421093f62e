package vn.sencrm.web.api;

import vn.sencrm.common.NotFoundException;

/** The id in an address: what is no number is the id of nothing. */
final class RecordId {

    private RecordId() {}

    /** @throws NotFoundException for a text that is no id */
    static long of(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NotFoundException("record", text);
        }
    }
}
