package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import vn.sencrm.file.FileTooLargeException;
import vn.sencrm.importing.ImportOptions;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.web.shell.Texts;

/** First step of the wizard: a file is chosen and sent. */
@Named
@RequestScoped
public class ImportNewBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String CUSTOMERS = "customers";

    @Inject
    transient ImportUpload uploads;

    @Inject
    transient ImportQueries queries;

    @Inject
    transient Texts texts;

    @Inject
    transient FacesContext faces;

    private transient Part file;

    /** Sends the file and goes on to its columns. */
    public String upload() throws IOException {
        if (!ImportUpload.isGiven(file)) {
            say(texts.error("NO_FILE"));
            return null;
        }
        try {
            uploads.check(file);
            return uploads.takeIn(getType(), file, options()) + "&faces-redirect=true";
        } catch (FileTooLargeException e) {
            say(texts.error(e));
            return null;
        }
    }

    /** From a group's page, the customers of the file are to join it. */
    private ImportOptions options() {
        String group = getGroup();
        return group.isEmpty() ? ImportOptions.DEFAULT : ImportOptions.DEFAULT.into(Long.parseLong(group));
    }

    /** The number of a group in the address or the form; empty for none. */
    public String getGroup() {
        String asked = faces.getExternalContext().getRequestParameterMap().getOrDefault("group", "");
        return asked.matches("\\d{1,18}") ? asked : "";
    }

    private void say(String text) {
        faces.addMessage("form:file", new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** What is imported: customers unless the address or the form says otherwise. */
    public String getType() {
        String asked = faces.getExternalContext().getRequestParameterMap().get("type");
        return asked != null && queries.types().contains(asked) ? asked : CUSTOMERS;
    }

    /** What the user may import, customers and contacts first; into a group only those. */
    public List<String> getTypes() {
        List<String> own = queries.ownTypes();
        Stream<String> others = getGroup().isEmpty() ? own.stream() : Stream.of();
        return Stream.concat(Stream.of(CUSTOMERS, "contacts").filter(own::contains), others)
                .distinct()
                .toList();
    }

    /** The page of another type, for the same group. */
    public String address(String type) {
        return "new.xhtml?type=" + type + (getGroup().isEmpty() ? "" : "&group=" + getGroup());
    }

    public String getTitle() {
        return texts.message("import_new.title." + getType());
    }

    public int getMaxMegabytes() {
        return queries.maxMegabytes();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
