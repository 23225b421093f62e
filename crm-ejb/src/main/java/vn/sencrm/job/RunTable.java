package vn.sencrm.job;

import java.util.List;

/**
 * A feature's own table of long runs, such as {@code import_run}. It has the columns {@code id}, {@code state},
 * {@code owner}, {@code heartbeat}, {@code attempts}, {@code stop_requested}, {@code error_code}, {@code error_detail}
 * and {@code finished_at}; the names come from our own code only.
 *
 * @param active the states in which somebody must work on a run
 */
public record RunTable(String name, List<String> active) {

    public RunTable {
        active = List.copyOf(active);
    }

    public static RunTable of(String name, Enum<?>... active) {
        return new RunTable(name, List.of(active).stream().map(Enum::name).toList());
    }
}
