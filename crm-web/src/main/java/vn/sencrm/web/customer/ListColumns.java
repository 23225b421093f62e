package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.SocialAccount;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** Every column that a list of customers offers, in the order in which they are offered, and how each shows a value. */
@RequestScoped
public class ListColumns {

    /** What everybody sees who has chosen nothing. */
    static final List<String> USUAL = List.of("kind", "phones", "status", "tags", "stars", "owner", "updatedAt");

    private static final String TEXT = "";
    private static final String CUT = "cut";
    private static final String NUMBER = "number";
    private static final String DIGITS = "number-text";
    private static final String TIME = "time";

    private final Texts texts;
    private final Formats formats;
    private final CustomerWords words;
    private final AttributeWords attributes;
    private final Map<String, Function<CustomerView, ListCell>> cells = new LinkedHashMap<>();
    private final Map<String, String> looks = new LinkedHashMap<>();

    @Inject
    public ListColumns(Texts texts, Formats formats, CustomerWords words, AttributeWords attributes) {
        this.texts = texts;
        this.formats = formats;
        this.words = words;
        this.attributes = attributes;
        define();
    }

    protected ListColumns() {
        this.texts = null;
        this.formats = null;
        this.words = null;
        this.attributes = null;
    }

    private void define() {
        text("code", DIGITS, CustomerView::code);
        text("kind", TEXT, row -> texts.message("customer.kind." + row.kind()));
        text("stage", TEXT, row -> texts.label(row.stage()));
        text("phones", DIGITS, row -> row.primaryPhone().orElse(""));
        text("emails", CUT, row -> row.primaryEmail().orElse(""));
        add("status", TEXT, this::status);
        add("tags", "tags", this::tags);
        add("stars", TEXT, this::stars);
        text("score", NUMBER, row -> formats.number(row.score()));
        text("owner", TEXT, row -> name(row.owner()));
        add("updatedAt", TIME, row -> time(row.updatedAt()));
        add("createdAt", TIME, row -> time(row.createdAt()));
        text("category", TEXT, row -> words.option(row.category()));
        text("tier", TEXT, row -> words.option(row.tier()));
        text("source", TEXT, row -> words.option(row.source()));
        text("account", CUT, row -> row.account() == null ? "" : row.account().name());
        text("address.province", TEXT, row -> first(row.addresses(), Address::province));
        text("address.commune", TEXT, row -> first(row.addresses(), Address::commune));
        text("addresses", CUT, row -> first(row.addresses(), Address::line));
        text("followed", TEXT, row -> yes(row.followed()));
        text("team", TEXT, CustomerView::team);
        text("creator", TEXT, row -> name(row.creator()));
        text("birthday", DIGITS, row -> formats.date(row.birthday()));
        text("gender", TEXT, row -> texts.label(row.gender()));
        text("taxCode", DIGITS, CustomerView::taxCode);
        text("citizenId", DIGITS, CustomerView::citizenId);
        text("jobTitle", CUT, CustomerView::jobTitle);
        text("representative", CUT, row -> row.representative() == null ? "" : words.person(row.representative()));
        text("industry", CUT, CustomerView::industry);
        text("companySize", TEXT, CustomerView::companySize);
        text("supplier", TEXT, row -> yes(row.supplier()));
        text("socials", CUT, row -> joined(row.socials(), this::social));
        text("websites", CUT, row -> joined(row.websites(), LabelledValue::value));
        text("notes", CUT, CustomerView::notes);
        attributes.definitions().live().forEach(this::attribute);
    }

    private void attribute(Attribute attribute) {
        String look = attribute.type() == AttributeType.NUMBER ? NUMBER : CUT;
        text(
                attribute.filterName(),
                look,
                row -> attributes.value(attribute.code(), row.attributes().get(attribute.code())));
    }

    private void text(String name, String look, Function<CustomerView, String> value) {
        add(
                name,
                look,
                look.equals(CUT)
                        ? row -> ListCell.longText(look, value.apply(row))
                        : row -> ListCell.text(look, value.apply(row)));
    }

    private void add(String name, String look, Function<CustomerView, ListCell> cell) {
        cells.put(name, cell);
        looks.put(name, look);
    }

    /** All columns, in the order in which they are offered. */
    public List<ListColumn> all() {
        return cells.keySet().stream().map(this::column).toList();
    }

    /** The chosen columns in their order, the usual ones for none; what there no longer is, is passed over. */
    List<ListColumn> chosen(List<String> names) {
        List<ListColumn> chosen = names == null
                ? List.of()
                : names.stream()
                        .distinct()
                        .filter(cells::containsKey)
                        .map(this::column)
                        .toList();
        return chosen.isEmpty() ? USUAL.stream().map(this::column).toList() : chosen;
    }

    boolean isColumn(String name) {
        return cells.containsKey(name);
    }

    ListColumn column(String name) {
        String look = looks.get(name);
        boolean largestFirst = look.equals(NUMBER) || look.equals(TIME) || name.equals("stars");
        return new ListColumn(
                name, label(name), look, CustomerSort.isSortable(name) ? (largestFirst ? "-" : "") + name : null);
    }

    ListCell cell(ListColumn column, CustomerView row) {
        return cells.get(column.name()).apply(row);
    }

    /** Short where the column of a list has a shorter name than the field. */
    private String label(String name) {
        String key = "customer_list.column." + name;
        String label = texts.message(key);
        return label.equals(key) ? words.field(name) : label;
    }

    private ListCell status(CustomerView row) {
        return row.status() == null
                ? ListCell.none(TEXT)
                : new ListCell(
                        TEXT,
                        null,
                        List.of(part(
                                words.option(row.status()),
                                "status status-dotted status-"
                                        + words.tone(row.status().colour()),
                                null)));
    }

    private ListCell tags(CustomerView row) {
        List<ListCell.Part> tags = row.tags().stream()
                .map(tag -> part(
                        tag.name(),
                        tag.shared() ? "tag tag-shared" : "tag tag-own",
                        texts.message(tag.shared() ? "general.tag.shared" : "general.tag.own")))
                .toList();
        String all = row.tags().stream().map(CustomerView.TagRef::name).collect(Collectors.joining(", "));
        return new ListCell("tags", all.isEmpty() ? null : all, tags);
    }

    private ListCell stars(CustomerView row) {
        String title = texts.message("customer.stars", row.stars());
        ListCell.Part stars = new ListCell.Part("", "stars stars-" + row.stars(), title, true);
        return new ListCell(row.stars() == 0 ? "minor" : TEXT, null, List.of(stars));
    }

    private ListCell time(Instant time) {
        return new ListCell(TIME, formats.dateTime(time), List.of(part(formats.ago(time), null, null)));
    }

    private String yes(boolean flag) {
        return flag ? texts.message("general.yes") : "";
    }

    private String social(SocialAccount social) {
        return words.network(social.network()) + " " + social.id();
    }

    private static String name(CustomerView.UserRef user) {
        return user == null ? "" : user.fullName();
    }

    private static String first(List<Address> addresses, Function<Address, String> part) {
        return addresses.stream().map(part).filter(Objects::nonNull).findFirst().orElse("");
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(", "));
    }

    private static ListCell.Part part(String text, String look, String title) {
        return new ListCell.Part(text, look, title, false);
    }
}
