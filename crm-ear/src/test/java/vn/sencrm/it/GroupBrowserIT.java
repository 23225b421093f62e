package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.GroupPage;
import vn.sencrm.it.page.Window;

/** Groups as the guide has them: search, new, pick, save or go back, edit, delete (GRP-1 to GRP-3). */
@Tag("full")
class GroupBrowserIT {

    private final TestUser user = TestUsers.administrator();
    private final String word = Unique.word();

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void aGroupIsMadeOfPickedCustomersChangedAndDeleted(int width, String language, String theme) {
        customer("An " + word);
        customer("Bình " + word);
        customer("Chi " + word);
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            GroupPage form = GroupPage.list(window).startNew().type("Khách " + word, "");
            form.pick(word).tick("An " + word).skip();
            assertThat(form.pending()).isEmpty();
            form.pick(word).tick("An " + word).tick("Bình " + word).take();
            assertThat(form.pending()).hasSize(2);
            form.saveInVain();
            assertThat(form.pending()).hasSize(2);
            assertThat(form.type("Khách " + word, "Gom " + word).back().groups())
                    .noneMatch(name -> name.contains(word));
            assertThat(Db.number("select count(*) from customer_group where name = ?", "Khách " + word))
                    .isZero();

            form = GroupPage.list(window).startNew().type("Khách " + word, "Gom " + word);
            form.pick("an " + word);
            assertThat(form.found()).hasSize(1);
            form.tick("An " + word).pickFromAll();
            assertThat(form.typedName()).isEmpty();
            GroupPage list = form.take().save().search("", "gom " + word);
            assertThat(list.groups()).containsExactly("Khách " + word);
            assertThat(members()).containsExactly("An " + word);

            form = list.edit("Khách " + word);
            form.pick(word).tick("Chi " + word).take().takeOut("An " + word).save();
            assertThat(members()).containsExactly("Chi " + word);
            list = GroupPage.list(window).search(word, "").edit("Khách " + word).delete();
            assertThat(list.search(word, "").groups()).isEmpty();
            assertThat(list.showAll().heading()).isNotBlank();
        }
    }

    private void customer(String name) {
        Db.update(
                """
                insert into customer (id, code, kind, stage, name, name_fold, owner_id, creator_id, created_at, updated_at)
                values (nextval('customer_seq'), ?, 'INDIVIDUAL', 'LEAD', ?, ?, ?, ?, now(), now())
                """,
                "K" + Unique.number(),
                name,
                vn.sencrm.common.TextFold.fold(name),
                user.id(),
                user.id());
    }

    private List<String> members() {
        return Db.texts(
                "select c.name from group_member m join customer_group g on g.id = m.group_id"
                        + " join customer c on c.id = m.customer_id where g.name = ?",
                "Khách " + word);
    }
}
