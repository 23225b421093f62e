package vn.sencrm.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.customer.access.AccessExplanation;
import vn.sencrm.customer.access.AccessWay;
import vn.sencrm.web.shell.Texts;

/** The ways of record access in sentences. */
@Named
@RequestScoped
public class AccessWords {

    private final Texts texts;

    @Inject
    public AccessWords(Texts texts) {
        this.texts = texts;
    }

    protected AccessWords() {
        this(null);
    }

    /** "Người phụ trách là Lan" …: what decided on a way, about anybody. */
    public String sentence(AccessWay way) {
        String key = "access.way." + way.kind() + "." + way.verdict();
        boolean named = !way.names().isEmpty();
        return texts.message(named ? key + ".named" : key, String.join(", ", way.names()));
    }

    /** "Bạn là người phụ trách": a way that holds, to the reader. */
    public String toReader(AccessWay way) {
        return texts.message("access.you." + way.kind(), String.join(", ", way.names()));
    }

    public String way(AccessWay way) {
        return texts.message("access.way." + way.kind());
    }

    public String verdict(AccessWay way) {
        return texts.message("access.verdict." + way.verdict());
    }

    public String tone(AccessWay way) {
        return switch (way.verdict()) {
            case YES -> "ok";
            case NO -> "neutral";
            case OFF -> "warn";
        };
    }

    /** What keeps the customer from being seen, whatever way holds. */
    public List<String> obstacles(AccessExplanation explanation) {
        List<String> obstacles = new ArrayList<>();
        if (!explanation.active()) {
            obstacles.add(texts.message("access.obstacle.inactive"));
        }
        if (!explanation.mayView()) {
            obstacles.add(texts.message("access.obstacle.right"));
        }
        if (explanation.state() != CustomerState.ACTIVE) {
            obstacles.add(texts.message("access.obstacle." + explanation.state()));
        }
        return obstacles;
    }
}
