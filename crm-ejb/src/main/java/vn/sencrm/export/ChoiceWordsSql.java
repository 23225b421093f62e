package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;

/** What statuses, users, teams … are called in files: by name, or by code where a name alone would not say which. */
@ApplicationScoped
class ChoiceWordsSql {

    private static final String ALL =
            """
            select 'status' as field, id, code, name_vi, name_en from customer_status
            union all select 'category', id, code, name_vi, name_en from customer_category
            union all select 'tier', id, code, name_vi, name_en from customer_tier
            union all select 'source', id, code, name_vi, name_en from customer_source
            union all select 'team', id, name, name, name from team
            union all select 'owner', id, username, full_name, full_name from app_user
            """;

    @Inject
    Database database;

    private record Choice(String field, long id, String code, String nameVi, String nameEn) {

        String name(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }
    }

    /** By field and id; what is out of use is among them. */
    Map<String, Map<String, String>> load(String language) {
        List<Choice> all = database.list(
                SqlFragment.of(ALL),
                row -> new Choice(
                        row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)));
        Map<String, Long> meanings = meanings(all);
        Map<String, Map<String, String>> words = new HashMap<>();
        for (Choice choice : all) {
            boolean isClear = meanings.get(key(choice, choice.name(language))) == choice.id();
            words.computeIfAbsent(choice.field(), field -> new HashMap<>())
                    .put(Long.toString(choice.id()), isClear ? choice.name(language) : choice.code());
        }
        return words;
    }

    /** Which one a word means; -1 for several. */
    private static Map<String, Long> meanings(List<Choice> all) {
        Map<String, Long> meanings = new HashMap<>();
        for (Choice choice : all) {
            for (String word : List.of(choice.code(), choice.nameVi(), choice.nameEn())) {
                meanings.merge(key(choice, word), choice.id(), (one, other) -> one.equals(other) ? one : -1L);
            }
        }
        return meanings;
    }

    private static String key(Choice choice, String word) {
        return choice.field() + " " + TextFold.fold(word);
    }
}
