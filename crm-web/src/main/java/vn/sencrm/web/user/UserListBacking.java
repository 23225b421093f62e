package vn.sencrm.web.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.common.Page;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.role.RoleService;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserQueries;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/** Users by name, searched and filtered by the address alone. */
@Named
@RequestScoped
public class UserListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    @Inject
    transient UserQueries queries;

    @Inject
    transient RoleService roleService;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient Preferences preferences;

    private String search;
    private String state;
    private String role;
    private String after;
    private transient Page<User> page;
    private transient List<Role> roles;

    public List<User> getUsers() {
        return page().items();
    }

    private Page<User> page() {
        if (page == null) {
            page = queries.page(new UserQueries.Asked(search, active(), emptyToNull(role), after, SIZE));
        }
        return page;
    }

    private Boolean active() {
        return "all".equals(state) ? null : Boolean.valueOf(!"off".equals(state));
    }

    public String getCount() {
        return texts.message("user_list.count", page().total());
    }

    public String getRange() {
        return texts.message("user_list.range", formats.number(page().items().size()), formats.number(page().total()));
    }

    /** The address of the page after this one; empty on the last. */
    public String getNext() {
        return page().next() == null ? "" : address(page().next());
    }

    /** The way back to the first page; empty there. */
    public String getFirst() {
        return after == null || after.isEmpty() ? "" : address(null);
    }

    private String address(String cursor) {
        Map<String, String> parts = selected();
        parts.put("after", cursor);
        return "list.xhtml?" + written(parts);
    }

    /** What of the address selects users, to be put behind another one; empty for nothing. */
    public String getSelection() {
        String selected = written(selected());
        return selected.isEmpty() ? "" : "&" + selected;
    }

    private Map<String, String> selected() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", search);
        parts.put("state", state);
        parts.put("role", role);
        return parts;
    }

    private static String written(Map<String, String> parts) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue() != null && !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public List<Role> getRoles() {
        if (roles == null) {
            roles = roleService.all();
        }
        return roles;
    }

    public String roleName(String code) {
        return getRoles().stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.name(preferences.getLanguage()))
                .findFirst()
                .orElse(code);
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getState() {
        return state == null || state.isEmpty() ? "on" : state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
