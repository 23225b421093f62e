package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerAliases;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerSnapshot;
import vn.sencrm.customer.attribute.Attribute;

/** Values of the result that somebody typed (MRG-3): checked like any edit, and told with {@code choose.} before them. */
@ApplicationScoped
class TypedValues {

    static final String CHOOSE = "choose.";

    @Inject
    CustomerAliases customers;

    /** The result with what was typed over it. */
    CustomerDocument over(CustomerDocument result, MergeRequest request) {
        if (request.typed().isEmpty()) {
            return result;
        }
        refuse(request);
        try {
            return customers.withTyped(result, input(request.typed()));
        } catch (InvalidInputException wrong) {
            throw new InvalidInputException(wrong.problems().stream()
                    .map(problem -> problem.at(CHOOSE + problem.field()))
                    .toList());
        }
    }

    /** A kind is one of those that there are, as it decides what there is a place for; linking changes nothing. */
    private static void refuse(MergeRequest request) {
        List<FieldProblem> problems = new ArrayList<>();
        request.typed().forEach((name, value) -> {
            if (!MergeRule.isChoosable(name)) {
                problems.add(new FieldProblem(CHOOSE + name, "UNKNOWN_FIELD", name));
            } else if (name.equals(CustomerField.KIND.jsonName()) || request.mode() == MergeMode.LINK) {
                problems.add(new FieldProblem(CHOOSE + name, "UNKNOWN_OPTION", value.toString()));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static CustomerInput input(Map<String, Object> typed) {
        CustomerInput input = new CustomerInput();
        Map<String, Object> attributes = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(Attribute.JSON_PREFIX)) {
                attributes.put(name.substring(Attribute.JSON_PREFIX.length()), value);
            } else {
                input.set(CustomerField.named(name).orElseThrow(), value);
            }
        });
        return attributes.isEmpty() ? input : input.set(CustomerField.ATTRIBUTES, attributes);
    }

    /** Asks of the keys that none of those who become one had. */
    void admit(MergeRequest request, CustomerDocument result, List<CustomerSnapshot> all) {
        if (!request.typed().isEmpty()) {
            customers.admitTyped(
                    request.masterId(),
                    result,
                    all.stream().map(CustomerSnapshot::document).toList(),
                    request.cause());
        }
    }
}
