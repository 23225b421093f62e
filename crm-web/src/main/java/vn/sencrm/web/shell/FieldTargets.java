package vn.sencrm.web.shell;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Where on the page the fields of an input stand: the {@code field} of each {@code crm:row}, also of those repeated
 * ({@code phones[1]}), to the client id of the input inside.
 */
final class FieldTargets {

    static final String FIELD = "senField";

    private final Map<String, String> clientIds;

    private FieldTargets(Map<String, String> clientIds) {
        this.clientIds = clientIds;
    }

    static FieldTargets of(FacesContext context) {
        Map<String, String> found = new HashMap<>();
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            Object field = component.getAttributes().get(FIELD);
            UIInput input = field == null ? null : input(component);
            if (input != null) {
                found.putIfAbsent(field.toString(), input.getClientId(context));
            }
            return VisitResult.ACCEPT;
        });
        return new FieldTargets(found);
    }

    /** The input of the field, of the whole list where a place in it has none, or null: then it is told at the top. */
    String clientId(String field) {
        String exact = clientIds.get(field);
        return exact != null ? exact : clientIds.get(field.replaceAll("\\[.*", ""));
    }

    private static UIInput input(UIComponent component) {
        if (component instanceof UIInput input) {
            return input;
        }
        for (UIComponent child : component.getChildren()) {
            UIInput input = input(child);
            if (input != null) {
                return input;
            }
        }
        return null;
    }
}
