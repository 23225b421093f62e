package vn.sencrm.customer.attribute;

import java.util.Set;
import vn.sencrm.file.FileType;

/** What kind of value an attribute holds; the comments say in which Java form it stands in a document. */
public enum AttributeType {
    /** A text of up to {@value AttributeCheck#TEXT_LIMIT} characters. */
    TEXT,
    /** A {@link java.math.BigDecimal} in normal form. */
    NUMBER,
    /** An ISO text. */
    DATE,
    /** A {@link Boolean}; false is a value, unlike none. */
    YES_NO,
    /** A choice's code. */
    CHOICE,
    /** A list of codes in the order of the definition. */
    MULTI_CHOICE,
    /** The id of a stored file, as a {@link java.math.BigDecimal}. */
    PHOTO(FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP),
    /** As {@link #PHOTO}. */
    VIDEO(FileType.MP4, FileType.WEBM);

    private final Set<FileType> files;

    AttributeType(FileType... files) {
        this.files = Set.of(files);
    }

    /** What its files may be, known by their first bytes. */
    Set<FileType> files() {
        return files;
    }

    public boolean isChoice() {
        return this == CHOICE || this == MULTI_CHOICE;
    }

    public boolean isFile() {
        return !files.isEmpty();
    }
}
