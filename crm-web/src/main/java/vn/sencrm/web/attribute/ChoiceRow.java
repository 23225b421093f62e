package vn.sencrm.web.attribute;

import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeInput.ChoiceInput;
import vn.sencrm.web.shell.CodeAndNames;

/** What stands in the inputs of one choice. */
public class ChoiceRow extends CodeAndNames {

    private static final long serialVersionUID = 1L;

    private boolean archived;

    ChoiceRow() {}

    ChoiceRow(Attribute.Choice choice) {
        code = choice.code();
        nameVi = choice.nameVi();
        nameEn = choice.nameEn();
        archived = choice.archived();
    }

    ChoiceInput input() {
        return new ChoiceInput(code, nameVi, nameEn, archived);
    }

    public boolean isArchived() {
        return archived;
    }

    public void setArchived(boolean archived) {
        this.archived = archived;
    }
}
