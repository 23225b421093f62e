/** Files in the database, in chunks of 1 MB: one thing to back up, and every server sees them. */
package vn.sencrm.file;
