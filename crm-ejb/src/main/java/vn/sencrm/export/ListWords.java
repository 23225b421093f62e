package vn.sencrm.export;

/** The words of a list, told by those who know the bundles and the language of whoever asked. */
public interface ListWords {

    /** A text of the bundle {@code messages}. */
    String message(String key);

    /** The word for a constant. */
    String label(Enum<?> constant);

    /** {@code vi} or {@code en}. */
    String language();
}
