package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.TagSuggestions;
import vn.sencrm.customer.comment.Comments;

/** Hits while one types a tag, or a colleague behind an @, as pieces of page. */
@Named
@RequestScoped
public class TagSuggestBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TagSuggestions suggestions;

    @Inject
    transient Comments comments;

    @Inject
    transient ExternalContext external;

    private transient List<CustomerView.TagRef> tags;
    private transient List<Comments.Colleague> colleagues;

    public List<CustomerView.TagRef> getTags() {
        if (tags == null) {
            tags = suggestions.matching(typed());
        }
        return tags;
    }

    public List<Comments.Colleague> getColleagues() {
        if (colleagues == null) {
            colleagues = comments.colleagues(typed());
        }
        return colleagues;
    }

    private String typed() {
        return external.getRequestParameterMap().getOrDefault("q", "");
    }
}
