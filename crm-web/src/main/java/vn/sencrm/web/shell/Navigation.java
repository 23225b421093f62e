package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Objects;
import vn.sencrm.identity.Right;

/**
 * The menu at the left and the menu "create": what the user has the right to. An entry whose page is not part of
 * this release is left out, so the list below may name what comes next.
 */
@Named
@RequestScoped
public class Navigation {

    /** A heading of the menu, its label under {@code nav.group.<name>}; no name, no heading. */
    public record Group(String name, List<Entry> entries) {}

    /**
     * One line of the menu, its label under {@code nav.<name>}.
     *
     * @param page the path of the page, with the parameter that tells lists on one page apart, if any
     * @param right the container role that opens it
     */
    public record Entry(String name, String icon, String page, String right) {

        String path() {
            return page.contains("?") ? page.substring(0, page.indexOf('?')) : page;
        }

        String query() {
            return page.contains("?") ? page.substring(page.indexOf('?') + 1) : "";
        }
    }

    private static final Entry IMPORTING =
            new Entry("importing", "upload", "/importing/list.xhtml", Right.CUSTOMER_IMPORT);

    private static final List<Group> ALL = List.of(
            new Group("", List.of(new Entry("home", "home", "/index.xhtml", Right.SIGNED_IN))),
            new Group(
                    "customers",
                    List.of(
                            new Entry("customers", "list", "/customer/list.xhtml", Right.CUSTOMER_VIEW),
                            new Entry("raw", "inbox", "/customer/list.xhtml?stage=RAW", Right.CUSTOMER_VIEW),
                            new Entry("leads", "user-plus", "/customer/list.xhtml?stage=LEAD", Right.CUSTOMER_VIEW),
                            new Entry("contacts", "users", "/customer/list.xhtml?stage=CONTACT", Right.CUSTOMER_VIEW),
                            new Entry(
                                    "accounts", "building", "/customer/list.xhtml?stage=ACCOUNT", Right.CUSTOMER_VIEW),
                            new Entry("routes", "directions", "/route/list.xhtml", Right.CUSTOMER_VIEW),
                            new Entry("check", "clone", "/customer/check.xhtml", Right.CUSTOMER_VIEW),
                            new Entry("map", "map", "/customer/map.xhtml", Right.CUSTOMER_VIEW))),
            new Group("marketing", List.of(new Entry("groups", "users", "/group/list.xhtml", Right.CUSTOMER_VIEW))),
            new Group(
                    "administration",
                    List.of(
                            IMPORTING,
                            new Entry("exports", "download", "/export/list.xhtml", Right.CUSTOMER_EXPORT),
                            new Entry("users", "id-card", "/user/list.xhtml", Right.USER_MANAGE),
                            new Entry("teams", "sitemap", "/team/list.xhtml", Right.USER_MANAGE),
                            new Entry("roles", "shield", "/role/list.xhtml", Right.USER_MANAGE),
                            new Entry("bin", "trash", "/customer/bin.xhtml", Right.CUSTOMER_DELETE),
                            new Entry("access", "eye", "/access/why.xhtml", Right.USER_MANAGE),
                            new Entry("catalogues", "book", "/catalogue/list.xhtml", Right.CONFIGURE),
                            new Entry("tags", "tags", "/tag/list.xhtml", Right.CUSTOMER_EDIT),
                            new Entry("attributes", "sliders-h", "/customer/attributes.xhtml", Right.CONFIGURE),
                            new Entry("jobs", "cog", "/job/list.xhtml", Right.JOB_VIEW),
                            new Entry("audit", "history", "/audit/list.xhtml", Right.AUDIT_VIEW),
                            new Entry("system", "server", "/system/overview.xhtml", Right.SYSTEM_VIEW))));

    private static final List<Entry> CREATE = List.of(
            new Entry("INDIVIDUAL", "user", "/customer/edit.xhtml?kind=INDIVIDUAL", Right.CUSTOMER_CREATE),
            new Entry("ORGANIZATION", "building", "/customer/edit.xhtml?kind=ORGANIZATION", Right.CUSTOMER_CREATE),
            new Entry("SHOP", "shop", "/customer/edit.xhtml?kind=SHOP", Right.CUSTOMER_CREATE),
            new Entry("HOUSEHOLD", "home", "/customer/edit.xhtml?kind=HOUSEHOLD", Right.CUSTOMER_CREATE));

    private final ExternalContext external;

    @Inject
    public Navigation(ExternalContext external) {
        this.external = external;
    }

    protected Navigation() {
        this(null);
    }

    public List<Group> getGroups() {
        return ALL.stream()
                .map(group -> new Group(group.name(), open(group.entries())))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** The lists of customers, for the home page. */
    public List<Entry> getCustomerLists() {
        return open(ALL.get(1).entries()).stream()
                .filter(entry -> entry.path().endsWith("/list.xhtml"))
                .toList();
    }

    public boolean isImporting() {
        return !open(List.of(IMPORTING)).isEmpty();
    }

    /** Whether there is nothing but the home page itself. */
    public boolean isBare() {
        return getGroups().size() < 2;
    }

    public List<Entry> getCreate() {
        return open(CREATE);
    }

    /** Whether the entry leads to where the user is: the same page and, where lists share a page, the same list. */
    public boolean isCurrent(Entry entry) {
        String stage = external.getRequestParameterMap().getOrDefault("stage", "");
        return entry.path().equals(external.getRequestServletPath())
                && entry.query().equals(stage.isEmpty() ? "" : "stage=" + stage);
    }

    private List<Entry> open(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> external.isUserInRole(entry.right()) && exists(entry))
                .toList();
    }

    private boolean exists(Entry entry) {
        try {
            return Objects.nonNull(external.getResource(entry.path()));
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
