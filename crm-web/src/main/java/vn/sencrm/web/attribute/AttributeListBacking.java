package vn.sencrm.web.attribute;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeService;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** The attributes that are defined, in their order, with how many customers have a value of each. */
@Named
@RequestScoped
public class AttributeListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A line of the list. */
    public record Row(Attribute attribute, String kinds, long uses) {}

    @Inject
    transient AttributeService attributes;

    @Inject
    transient Texts texts;

    @Inject
    transient PageRequest request;

    private transient List<Row> rows;

    public void open() throws IOException {
        request.refuses(Right.CONFIGURE);
    }

    public List<Row> getRows() {
        if (rows == null) {
            Map<String, Long> uses = attributes.uses();
            rows = attributes.all().all().stream()
                    .map(one -> new Row(one, kinds(one), uses.getOrDefault(one.code(), 0L)))
                    .toList();
        }
        return rows;
    }

    private String kinds(Attribute attribute) {
        return attribute.kinds().size() == CustomerKind.values().length
                ? texts.message("attribute_list.kinds.all")
                : attribute.kinds().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(kind -> texts.message("customer.kind." + kind))
                        .collect(Collectors.joining(", "));
    }

    public void move(long id, boolean up) {
        attributes.move(id, up);
        rows = null;
    }
}
