package vn.sencrm.duplicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** The groups of duplicates, and those of one customer (DUP-3); of what the caller does not see, only whose it is. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DuplicateQueries {

    /** So many members of a group are told; the rest is a number. */
    public static final int MEMBERS = 20;

    private static final String BINDING = "duplicates";
    private static final int COUNTED = 10_000;

    @Inject
    DuplicateListSql sql;

    @Inject
    CustomerQueries customers;

    @Inject
    CurrentUser currentUser;

    /** A customer that somebody has called different from another, who and when. */
    public record Different(long id, String code, String name, String markedBy, Instant markedAt) {}

    /** What a customer shares with others: how many they are, and the strongest of them. */
    public record Notice(int count, List<DuplicateGroup.Member> strongest) {}

    /** One page of groups, the strongest first, of those with a customer that the caller sees. */
    public Page<DuplicateGroup> page(String after, int size) {
        Account user = currentUser.get();
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, BINDING);
        List<DuplicateListSql.Head> found = sql.groups(user, position, size + 1);
        List<DuplicateListSql.Head> shown = found.size() > size ? found.subList(0, size) : found;
        long total = position == null ? sql.count(user, COUNTED + 1) : position.longAt(2);
        String next = found.size() > size ? next(shown.get(size - 1), total) : null;
        return new Page<>(filled(user, shown), Math.min(total, COUNTED), total <= COUNTED, next, null);
    }

    private static String next(DuplicateListSql.Head last, long total) {
        return Cursor.after(last.strength(), last.id(), total).encode(BINDING);
    }

    private List<DuplicateGroup> filled(Account user, List<DuplicateListSql.Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        List<Long> groups = heads.stream().map(DuplicateListSql.Head::id).toList();
        List<DuplicateListSql.Found> members = sql.members(user, groups, MEMBERS);
        List<DuplicateGroup.Match> pairs =
                sql.pairs(members.stream().map(DuplicateListSql.Found::id).toList());
        return heads.stream().map(head -> group(head, members, pairs)).toList();
    }

    private static DuplicateGroup group(
            DuplicateListSql.Head head, List<DuplicateListSql.Found> found, List<DuplicateGroup.Match> all) {
        List<DuplicateListSql.Found> own =
                found.stream().filter(one -> one.group() == head.id()).toList();
        Map<Long, Set<MatchReason>> reasons = new HashMap<>();
        own.forEach(one -> reasons.put(one.id(), EnumSet.noneOf(MatchReason.class)));
        List<DuplicateGroup.Match> pairs = all.stream()
                .filter(pair -> reasons.containsKey(pair.one()) && reasons.containsKey(pair.other()))
                .toList();
        pairs.forEach(pair -> {
            reasons.get(pair.one()).addAll(pair.reasons());
            reasons.get(pair.other()).addAll(pair.reasons());
        });
        Set<Long> visible = own.stream()
                .filter(DuplicateListSql.Found::visible)
                .map(DuplicateListSql.Found::id)
                .collect(Collectors.toSet());
        return new DuplicateGroup(
                head.id(),
                head.strength(),
                inOrder(reasons.values()),
                head.size(),
                own.stream()
                        .map(one -> with(one.member(), List.copyOf(reasons.get(one.id()))))
                        .toList(),
                pairs.stream()
                        .filter(pair -> visible.contains(pair.one()) && visible.contains(pair.other()))
                        .toList());
    }

    private static List<MatchReason> inOrder(Collection<Set<MatchReason>> sets) {
        return Arrays.stream(MatchReason.values())
                .filter(reason -> sets.stream().anyMatch(set -> set.contains(reason)))
                .toList();
    }

    static DuplicateGroup.Member with(DuplicateGroup.Member member, List<MatchReason> reasons) {
        return new DuplicateGroup.Member(
                member.id(),
                member.code(),
                member.name(),
                member.kind(),
                member.stage(),
                member.phone(),
                member.email(),
                member.ownerName(),
                reasons);
    }

    /**
     * Who may be the same as a customer.
     *
     * @throws NotFoundException when there is none or the caller may not see it
     */
    public Notice of(long id, int most) {
        customers.get(id);
        int count = sql.countOf(id);
        return new Notice(count, count == 0 ? List.of() : sql.of(currentUser.get(), id, most));
    }

    /**
     * Whom somebody has called different from a customer, as far as the caller sees them; the last ones first, twenty at
     * most.
     *
     * @throws NotFoundException when there is no such customer or the caller may not see it
     */
    public List<Different> differentFrom(long id) {
        customers.get(id);
        return sql.differentFrom(currentUser.get(), id, MEMBERS);
    }
}
