package vn.sencrm.importing;

import java.util.List;
import java.util.Optional;

/** What the import of customers takes a header for, so that whoever writes files can choose headers that are known again. */
public final class ImportHeaders {

    private ImportHeaders() {}

    /** The field that every company has and that is meant by a header. */
    public static Optional<String> fieldOf(String header) {
        return Optional.ofNullable(
                ImportMapping.guess(List.of(header), CustomerImport.builtIn()).get(header));
    }
}
