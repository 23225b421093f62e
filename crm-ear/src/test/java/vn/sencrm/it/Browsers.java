package vn.sencrm.it;

/** The browser, started by the first test that opens a page. */
final class Browsers {

    private Browsers() {}

    static void close() {}
}
