package vn.sencrm.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.identity.Right;
import vn.sencrm.location.LocationRow;
import vn.sencrm.location.LocationService;
import vn.sencrm.tag.TagService;

/** Tags, locations and groups as files; tags and locations come back by an import of the same type. */
@Stateless
@RolesAllowed(Right.CUSTOMER_EXPORT)
public class ShortListExport {

    private static final String TAGS = "tags";
    private static final String LOCATIONS = "locations";
    private static final String GROUPS = "customer-groups";
    private static final int PAGE = 200;

    private static final Map<String, List<String>> COLUMNS = Map.of(
            TAGS, List.of("import.field.tag.name", "import.field.tag.shared"),
            LOCATIONS,
                    List.of(
                            "import.field.location.code",
                            "import.field.location.name",
                            "import.field.location.province",
                            "import.field.location.former"),
            GROUPS, List.of("group.name", "group.description", "group.members", "group.created_by"));

    @Inject
    TagService tags;

    @Inject
    LocationService locations;

    @Inject
    GroupQueries groups;

    @Inject
    ListFile file;

    public boolean knows(String list) {
        return list != null && COLUMNS.containsKey(list);
    }

    /**
     * The keys of the titles of a list's columns, in the bundle {@code messages}.
     *
     * @throws NotFoundException when there is no such list
     */
    public List<String> columns(String list) {
        if (!knows(list)) {
            throw new NotFoundException("list", list);
        }
        return COLUMNS.get(list);
    }

    /** @param headers one for each of {@link #columns} */
    public void write(String list, List<String> headers, ExportFormat format, OutputStream out, Cause cause)
            throws IOException {
        file.write(list, headers, rows(list), format, out, cause);
    }

    private List<String[]> rows(String list) {
        return switch (list) {
            case TAGS ->
                tags.find("").stream()
                        .map(tag -> new String[] {tag.name(), tag.shared() ? "x" : ""})
                        .toList();
            case LOCATIONS -> locations();
            default -> groups();
        };
    }

    /** Each province before its communes, as an import needs them. */
    private List<String[]> locations() {
        List<String[]> rows = new ArrayList<>();
        for (LocationRow province : locations.provinces(false)) {
            rows.add(cells(province));
            locations.communes(province.code(), false).forEach(commune -> rows.add(cells(commune)));
        }
        return rows;
    }

    private static String[] cells(LocationRow place) {
        String province = place.provinceCode() == null ? "" : place.provinceCode();
        return new String[] {place.code(), place.name(), province, String.join("; ", place.former())};
    }

    private List<String[]> groups() {
        List<String[]> rows = new ArrayList<>();
        String after = null;
        do {
            Page<CustomerGroup> page = groups.page("", "", after, PAGE);
            page.items().forEach(group -> rows.add(cells(group)));
            after = page.next();
        } while (after != null);
        return rows;
    }

    /** Of a dynamic group nobody can say how many are in it but who looks. */
    private static String[] cells(CustomerGroup group) {
        String members = group.isDynamic() ? "" : group.members() + (group.counted() ? "" : "+");
        return new String[] {group.name(), group.description(), members, group.createdBy()};
    }
}
