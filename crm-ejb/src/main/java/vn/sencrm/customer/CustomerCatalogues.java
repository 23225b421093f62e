package vn.sencrm.customer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.catalogue.Catalogue;
import vn.sencrm.catalogue.CatalogueField;
import vn.sencrm.catalogue.CatalogueSource;
import vn.sencrm.customer.tier.TierRuleCheck;

/** The catalogues by which customers are sorted: statuses, categories, tiers and sources (STA-1, CAT-1, TIE-1). */
@ApplicationScoped
class CustomerCatalogues implements CatalogueSource {

    @Inject
    TierRuleCheck tierRules;

    private List<Catalogue> all;

    @PostConstruct
    void describe() {
        all = List.of(
                catalogue(
                        "customer-statuses",
                        "customer_status",
                        "status_id",
                        CatalogueField.choice(
                                "purpose",
                                "purpose",
                                StatusPurpose.OPEN.name(),
                                StatusPurpose.WON.name(),
                                StatusPurpose.LOST.name())),
                catalogue(
                        "customer-categories",
                        "customer_category",
                        "category_id",
                        CatalogueField.number("points", "points", -10_000, 10_000, 0)),
                catalogue(
                        "tiers",
                        "customer_tier",
                        "tier_id",
                        CatalogueField.number("discountPercent", "discount_percent", 0, 100, 2),
                        CatalogueField.filter("rule", "rule", tierRules::checked)),
                catalogue("customer-sources", "customer_source", "source_id"));
    }

    private static Catalogue catalogue(String name, String table, String column, CatalogueField... fields) {
        return new Catalogue(name, table, List.of(fields), List.of(new Catalogue.Use("customer", column)));
    }

    @Override
    public List<Catalogue> catalogues() {
        return all;
    }
}
