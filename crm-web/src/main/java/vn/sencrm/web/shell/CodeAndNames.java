package vn.sencrm.web.shell;

import java.io.Serializable;

/** The inputs of whatever has a code and a name in both languages. */
public abstract class CodeAndNames implements Serializable {

    private static final long serialVersionUID = 1L;

    protected String code;
    protected String nameVi;
    protected String nameEn;

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
}
