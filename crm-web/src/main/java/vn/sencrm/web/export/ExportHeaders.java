package vn.sencrm.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.export.ExportColumn;
import vn.sencrm.importing.ImportHeaders;
import vn.sencrm.web.customer.AttributeWords;
import vn.sencrm.web.shell.Texts;

/** The columns of a file of customers under the headers by which an import knows them again, in the user's language. */
@RequestScoped
public class ExportHeaders {

    /** What stands in several cells of a file and is one field of a customer. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "addresses",
            List.of("address.street", "address.commune", "address.province", "address.note", "address.position"),
            "socials",
            List.of("social.accounts"),
            "representative",
            List.of("representative.name", "representative.relation", "representative.phone"));

    /** Everything of a customer, in the order of the form; the attributes follow. */
    static final List<String> ALL = List.of(
            "code",
            "name",
            "kind",
            "stage",
            "phones",
            "emails",
            "websites",
            "socials",
            "addresses",
            "gender",
            "birthday",
            "citizenId",
            "taxCode",
            "jobTitle",
            "account",
            "accountName",
            "representative",
            "industry",
            "companySize",
            "members",
            "supplier",
            "status",
            "category",
            "source",
            "tier",
            "owner",
            "team",
            "tags",
            "notes",
            "score",
            "stars",
            "creator",
            "createdAt",
            "updatedAt");

    /** Labelled as columns of files; the others as fields of the form. */
    private static final Set<String> OF_FILES = Set.of("account", "accountName");

    private final Texts texts;
    private final AttributeWords attributes;

    @Inject
    public ExportHeaders(Texts texts, AttributeWords attributes) {
        this.texts = texts;
        this.attributes = attributes;
    }

    protected ExportHeaders() {
        this(null, null);
    }

    /** Everything that there is of a customer. */
    public List<ExportColumn> all() {
        return of(Stream.concat(
                        ALL.stream(),
                        attributes.definitions().live().stream()
                                .filter(attribute -> !attribute.type().isFile())
                                .map(Attribute::filterName))
                .toList());
    }

    /** The columns of these names, each once; a field of several cells is all of them, code and name come first. */
    public List<ExportColumn> shown(List<String> names) {
        return of(Stream.concat(Stream.of("code", "name"), names.stream())
                .flatMap(name -> name.equals("account") ? Stream.of(name, "accountName") : Stream.of(name))
                .filter(this::isWritable)
                .toList());
    }

    /** A picture is no text. */
    private boolean isWritable(String name) {
        return attributes
                .definitions()
                .named(Attribute.FILTER_PREFIX, name)
                .map(attribute -> !attribute.type().isFile())
                .orElse(true);
    }

    /** The columns of these names, in their order, each once. */
    public List<ExportColumn> of(List<String> names) {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> all.addAll(PARTS.getOrDefault(name, List.of(name))));
        return all.stream().map(name -> new ExportColumn(name, header(name))).toList();
    }

    private String header(String name) {
        if (name.startsWith(Attribute.FILTER_PREFIX)) {
            return attribute(name);
        }
        return texts.message(
                (name.contains(".") || OF_FILES.contains(name) ? "import.field." : "customer.field.") + name);
    }

    /** By its name, unless that means something else, or another attribute too. */
    private String attribute(String name) {
        String header = attributes.name(name.substring(Attribute.FILTER_PREFIX.length()));
        long same = attributes.definitions().live().stream()
                .filter(other -> header.equalsIgnoreCase(other.nameVi()) || header.equalsIgnoreCase(other.nameEn()))
                .count();
        return same > 1
                        || header.startsWith("_")
                        || ImportHeaders.fieldOf(header).isPresent()
                ? name
                : header;
    }
}
