package vn.sencrm.file;

import java.io.InputStream;

/** A file that somebody sends: as it is called there, and its content, to be read once. */
public record Upload(String name, InputStream content) {}
