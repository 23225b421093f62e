package vn.sencrm.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.audit.AuditPage;
import vn.sencrm.identity.audit.AuditQueries;
import vn.sencrm.identity.audit.AuditSearch;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** All changes, searched by what stands in the address (AUD-1). */
@Named
@RequestScoped
public class AuditListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 50;

    /** The parameters of a search, in the order of {@link AuditSearch}. */
    static final List<String> ASKED =
            List.of("user", "entity", "record", "field", "action", "cause", "run", "from", "to");

    @Inject
    transient AuditQueries queries;

    @Inject
    transient AuditWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient PageRequest request;

    private transient AuditPage page;
    private transient List<AuditWords.Row> rows;
    private transient List<FieldProblem> problems = List.of();

    /** Answers who may not, before anything is shown. */
    public void open() throws IOException {
        request.refuses(Right.AUDIT_VIEW);
    }

    public List<AuditWords.Row> getRows() {
        if (rows == null) {
            rows = words.rows(page().items());
        }
        return rows;
    }

    private AuditPage page() {
        if (page == null) {
            try {
                page = queries.page(search(), asked("after"), SIZE);
            } catch (InvalidInputException refused) {
                // What was typed stays where it is, with what is wrong beside it.
                problems = refused.problems();
                page = new AuditPage(List.of(), null, null);
            }
        }
        return page;
    }

    private AuditSearch search() {
        return new AuditSearch(
                asked("user"),
                asked("entity"),
                asked("record"),
                asked("field"),
                asked("action"),
                asked("cause"),
                asked("run"),
                asked("from"),
                asked("to"));
    }

    /** What cannot be looked for, each with the name of its field. */
    public List<String> getProblems() {
        page();
        return problems.stream()
                .map(problem -> texts.message(
                        "general.problem", texts.message("audit_list." + problem.field()), texts.error(problem)))
                .toList();
    }

    /** How much is shown, and how far was looked when that is not all there is. */
    public String getRange() {
        return page().lookedUntil() == null
                ? ""
                : texts.message("audit_list.looked", formats.dateTime(page().lookedUntil()));
    }

    public String getNext() {
        return page().next() == null ? "" : address(page().next());
    }

    /** The way back to the newest; empty there. */
    public String getFirst() {
        return asked("after").isEmpty() ? "" : address("");
    }

    private String address(String after) {
        return Stream.concat(ASKED.stream().map(name -> part(name, asked(name))), Stream.of(part("after", after)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&", "list.xhtml?", ""));
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public List<String> getParameters() {
        return ASKED;
    }

    public boolean isSearching() {
        return ASKED.stream().anyMatch(name -> !asked(name).isEmpty());
    }

    /** What stands in the address under a name; nothing where it does not. */
    public String asked(String name) {
        return request.text(name);
    }
}
