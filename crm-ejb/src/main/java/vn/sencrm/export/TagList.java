package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.sencrm.identity.Right;
import vn.sencrm.tag.TagService;

/** The tags that the user sees, as an import takes them. */
@ApplicationScoped
class TagList implements ShortList {

    @Inject
    TagService tags;

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_VIEW;
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return List.of(
                new ExportColumn("name", words.message("import.field.tag.name")),
                new ExportColumn("shared", words.message("import.field.tag.shared")));
    }

    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        return tags.find("").stream()
                .map(tag -> new String[] {tag.name(), tag.shared() ? "x" : ""})
                .toList();
    }
}
