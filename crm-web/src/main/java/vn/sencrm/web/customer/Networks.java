package vn.sencrm.web.customer;

import java.util.List;

/** The social networks that the form offers; others stay readable as they were given. */
final class Networks {

    static final List<String> KNOWN =
            List.of("zalo", "facebook", "tiktok", "instagram", "youtube", "linkedin", "telegram", "viber", "other");

    private Networks() {}
}
