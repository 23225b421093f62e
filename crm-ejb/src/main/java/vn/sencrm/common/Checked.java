package vn.sencrm.common;

import java.util.List;
import java.util.Optional;

/**
 * What became of one typed value: how it is stored, by what key it is compared, and what is wrong or doubtful with it.
 * A value with a problem must not be stored; one with a warning may. Nothing typed (null, blank) is a value of null
 * without problem.
 *
 * @param value as it is to be stored and shown; of a refused text still what was typed, cleaned
 * @param key the normalised form for duplicates and search, null when the value is no key
 * @param problem the code of an error, or null
 * @param arguments what fills the messages of problem and warning: a {@linkplain #proposal proposal}, a limit
 * @param warning the code of a doubt, or null
 */
public record Checked<T>(T value, String key, String problem, List<String> arguments, String warning) {

    public static final String TOO_LONG = "TOO_LONG";

    /** Nothing was typed. */
    public static <T> Checked<T> nothing() {
        return new Checked<>(null, null, null, List.of(), null);
    }

    static <T> Checked<T> good(T value, String key) {
        return new Checked<>(value, key, null, List.of(), null);
    }

    static <T> Checked<T> doubtful(T value, String key, String warning) {
        return new Checked<>(value, key, null, List.of(), warning);
    }

    static <T> Checked<T> bad(T value, String problem, String... arguments) {
        return new Checked<>(value, null, problem, List.of(arguments), null);
    }

    static <T> Checked<T> tooLong(T value, int limit) {
        return bad(value, TOO_LONG, String.valueOf(limit));
    }

    public boolean isGood() {
        return problem == null;
    }

    /** What the user may have meant by a refused value; what it stands for is the problem's own matter. */
    public Optional<String> proposal() {
        return problem == null || problem.equals(TOO_LONG)
                ? Optional.empty()
                : arguments.stream().findFirst();
    }

    /** The error, told of a field of an input. */
    public Optional<FieldProblem> problemAt(String field) {
        return Optional.ofNullable(problem).map(code -> new FieldProblem(field, code, arguments));
    }

    /** The doubt, told of a field of an input. */
    public Optional<FieldProblem> warningAt(String field) {
        return Optional.ofNullable(warning).map(code -> new FieldProblem(field, code, arguments));
    }
}
