package vn.sencrm.web.attribute;

import java.io.Serializable;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeInput.ChoiceInput;

/** What stands in the inputs of one choice. */
public class ChoiceRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private String code;
    private String nameVi;
    private String nameEn;
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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(String nameVi) {
        this.nameVi = nameVi;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public boolean isArchived() {
        return archived;
    }

    public void setArchived(boolean archived) {
        this.archived = archived;
    }
}
