package vn.sencrm.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells what is wrong with fields where they stand on the page: at the input inside the {@code crm:row} of that
 * {@code field}, also in one that is repeated ({@code phones[1]}). A problem without a row is told at the top alone.
 */
final class FieldProblems {

    /** The attributes by which {@code crm:row} says its field and its label. */
    private static final String FIELD = "senField";

    private static final String LABEL = "senLabel";

    private final FacesContext context;
    private final Map<String, String> texts = new LinkedHashMap<>();

    FieldProblems(FacesContext context) {
        this.context = context;
    }

    void add(String field, String text) {
        texts.merge(field, text, (first, second) -> first + " " + second);
    }

    void tell() {
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            Object field = component.getAttributes().get(FIELD);
            String text = field == null ? null : take(field.toString());
            if (text != null) {
                say(place(component).getClientId(context), text);
            }
            return texts.isEmpty() ? VisitResult.COMPLETE : VisitResult.ACCEPT;
        });
        texts.values().forEach(text -> say(null, text));
    }

    /** The row's input; the row itself, which knows its label, where the input is none of Faces'. */
    private UIComponent place(UIComponent row) {
        UIInput input = input(row);
        if (input == null) {
            return row;
        }
        keepTyped(input);
        return input;
    }

    /** The problem of exactly this field; a whole list stands for its places, where they have no rows of their own. */
    private String take(String field) {
        String exact = texts.remove(field);
        if (exact != null || field.endsWith("]")) {
            return exact;
        }
        return texts.keySet().stream()
                .filter(key -> key.startsWith(field + "["))
                .findFirst()
                .map(texts::remove)
                .orElse(null);
    }

    /** The model has taken the value already, and an invalid input is rendered from what was submitted alone. */
    private void keepTyped(UIInput input) {
        if (input instanceof UISelectMany) {
            return;
        }
        Map<String, String> submitted = context.getExternalContext().getRequestParameterMap();
        String id = input.getClientId(context);
        String typed = submitted.getOrDefault(id + "_input", submitted.get(id));
        if (typed != null && input.getSubmittedValue() == null) {
            input.setSubmittedValue(typed);
        }
    }

    private void say(String clientId, String text) {
        context.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** The label of the row in which the input stands, or null. */
    static String label(FacesContext context, String clientId) {
        String[] label = new String[1];
        if (clientId != null) {
            context.getViewRoot()
                    .invokeOnComponent(context, clientId, (faces, component) -> label[0] = labelOf(component));
        }
        return label[0];
    }

    private static String labelOf(UIComponent component) {
        for (UIComponent outer = component; outer != null; outer = outer.getParent()) {
            Object label = outer.getAttributes().get(LABEL);
            if (label != null) {
                return label.toString();
            }
        }
        return null;
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
