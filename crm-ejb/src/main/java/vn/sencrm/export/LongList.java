package vn.sencrm.export;

import java.util.List;
import vn.sencrm.common.ReadAhead;
import vn.sencrm.identity.Account;

/** A list of any length, written by the job {@code export-run}. Found by CDI, by its name. */
interface LongList {

    String name();

    /** The right that its page asks for, beside the one to export. */
    String right();

    /** How many rows the user would get. */
    long count(ExportRun run, Account user);

    /** Gives the cells of every row that the user sees, some hundreds at a time. */
    ReadAhead.Source<List<String[]>> rows(ExportRun run, Account user);
}
