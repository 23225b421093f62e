package vn.sencrm.web.catalogue;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.identity.Right;
import vn.sencrm.tag.Tag;
import vn.sencrm.tag.TagService;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** The user's own tags and the shared ones (TAG-1). */
@Named
@RequestScoped
public class TagBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TagService service;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient PageRequest request;

    @Inject
    transient ExternalContext external;

    private transient List<Tag> tags;
    private String search;
    private String name;
    private boolean shared;

    @PostConstruct
    void readAddress() {
        search = request.text("q").strip();
    }

    public List<Tag> getTags() {
        if (tags == null) {
            tags = service.find(search);
        }
        return tags;
    }

    /** Own tags are the user's to change; shared ones those of who configures the product. */
    public boolean isChangeable(Tag tag) {
        return !tag.shared() || external.isUserInRole(Right.CONFIGURE);
    }

    /** What the dialog is filled with to rename a tag. */
    public String json(Tag tag) {
        return JSON.createObjectBuilder()
                .add("id", Long.toString(tag.id()))
                .add("version", Integer.toString(tag.version()))
                .add("name", tag.name())
                .build()
                .toString();
    }

    /** What is asked before a tag goes, with the number of customers that lose it. */
    public String question(Tag tag) {
        return tag.customers() == 0
                ? texts.message("tag_list.delete.unused", tag.name())
                : texts.message("tag_list.delete.used", tag.name(), tag.customers());
    }

    /** What is asked before everybody gets a tag. */
    public String shareQuestion(Tag tag) {
        return texts.message("tag_list.share.question", tag.name());
    }

    /** Adds the tag of the form, or renames the one whose id it carries. */
    public void save() throws IOException {
        Tag saved = request.text("id").isEmpty()
                ? service.add(name, shared, Cause.FORM)
                : service.change(request.number("id"), request.version(), name == null ? "" : name, false, Cause.FORM);
        notices.success("catalogue.message.info.saved", saved.name());
        stay();
    }

    /** What was pressed in a row: {@code act} says what, {@code id} and {@code version} of which tag. */
    public void act() throws IOException {
        int version = request.version();
        if (request.text("act").equals("share")) {
            notices.success(
                    "tag_list.message.info.shared",
                    service.change(request.number("id"), version, null, true, Cause.FORM)
                            .name());
        } else if (request.text("act").equals("delete")) {
            Tag tag = service.get(request.number("id"));
            service.delete(tag.id(), version, request.number("customers"), Cause.FORM);
            notices.success("catalogue.message.info.deleted", tag.name());
        }
        stay();
    }

    private void stay() throws IOException {
        request.show("/tag/list.xhtml");
    }

    /** The page shares its parts with those of catalogues, which are told apart by this. */
    public String getOf() {
        return "tags";
    }

    /** Tags are not archived. */
    public boolean isArchived() {
        return false;
    }

    public String getSearch() {
        return search;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }
}
