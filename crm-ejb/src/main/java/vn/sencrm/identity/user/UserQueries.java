package vn.sencrm.identity.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Right;

/** Reads users. */
@Stateless
@RolesAllowed({Right.USER_MANAGE, Right.CUSTOMER_VIEW})
public class UserQueries {

    /**
     * Which users.
     *
     * @param search part of a name, user name, e-mail or phone; null for all
     * @param active null for both
     * @param role null for any
     * @param after where the page before ended, null for the first
     */
    public record Asked(String search, Boolean active, String role, String after, int size) {

        private String[] binding() {
            return new String[] {"users", TextFold.clean(search), Objects.toString(active), role};
        }
    }

    @Inject
    UserSql sql;

    /** By full name. */
    public Page<User> page(Asked asked) {
        SqlFragment all = where(asked);
        SqlFragment rest = asked.after() == null || asked.after().isEmpty() ? all : all.and(beyond(asked));
        List<User> found = sql.list(rest, asked.size() + 1);
        boolean more = found.size() > asked.size();
        List<User> shown = more ? found.subList(0, asked.size()) : found;
        return new Page<>(shown, sql.count(all), true, more ? next(shown, asked) : null, null);
    }

    /** @throws NotFoundException when there is none */
    @RolesAllowed(Right.USER_MANAGE)
    public User get(long id) {
        return sql.find(id).orElseThrow(() -> new NotFoundException("user", id));
    }

    private SqlFragment where(Asked asked) {
        SqlFragment where = SqlFragment.TRUE;
        String search = TextFold.clean(asked.search());
        if (search != null && !search.isEmpty()) {
            where = where.and(sql.matching(search));
        }
        if (asked.active() != null) {
            where = where.and(sql.inState(asked.active()));
        }
        return asked.role() == null ? where : where.and(sql.inRole(asked.role()));
    }

    private SqlFragment beyond(Asked asked) {
        Cursor cursor = Cursor.decode(asked.after(), asked.binding());
        return sql.beyond(cursor.textAt(0), cursor.longAt(1));
    }

    private static String next(List<User> shown, Asked asked) {
        User last = shown.get(shown.size() - 1);
        return Cursor.after(TextFold.fold(last.fullName()), last.id()).encode(asked.binding());
    }
}
