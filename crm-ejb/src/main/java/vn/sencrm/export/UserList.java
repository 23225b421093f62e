package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.common.Page;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.role.RoleService;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserQueries;

/** Users as their page lists them: those at work, unless others are asked for. */
@ApplicationScoped
class UserList implements ShortList {

    private static final int PAGE = 200;

    @Inject
    UserQueries users;

    @Inject
    RoleService roles;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "users";
    }

    @Override
    public String right() {
        return Right.USER_MANAGE;
    }

    /** {@code state} is on, off or all. */
    @Override
    public Set<String> parameters() {
        return Set.of("q", "state", "role");
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return List.of("fullName", "username", "role", "email", "phone", "state", "lastSignIn").stream()
                .map(name -> new ExportColumn(name, words.message("user." + name)))
                .toList();
    }

    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        Map<String, String> names =
                roles.all().stream().collect(Collectors.toMap(Role::code, role -> role.name(words.language())));
        List<String[]> rows = new ArrayList<>();
        String after = null;
        do {
            Page<User> page = users.page(asked(asked, after));
            page.items().forEach(user -> rows.add(cells(user, names, words)));
            after = page.next();
        } while (after != null);
        return rows;
    }

    private static UserQueries.Asked asked(Map<String, String> asked, String after) {
        String state = asked.getOrDefault("state", "");
        String role = asked.getOrDefault("role", "");
        return new UserQueries.Asked(
                asked.get("q"),
                state.equals("all") ? null : Boolean.valueOf(!state.equals("off")),
                role.isEmpty() ? null : role,
                after,
                PAGE);
    }

    private String[] cells(User user, Map<String, String> roleNames, ListWords words) {
        return new String[] {
            user.fullName(),
            user.username(),
            roleNames.getOrDefault(user.role(), user.role()),
            user.email(),
            user.phone(),
            words.message(user.active() ? "user.active" : "user.inactive"),
            user.lastSignInAt() == null
                    ? words.message("user.never")
                    : ExportWords.moment(user.lastSignInAt(), clock.getZone())
        };
    }
}
