package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.SignInPage;
import vn.sencrm.it.page.Window;

/** The look that every page is given does see what it is meant to see. */
class LookingIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document.body.append(document.createElement('img'))                             | image-alt",
                "document.body.style.minWidth = '2000px'                                        | too wide",
                "console.error('broken')                                                        | broken",
                "setTimeout(() => { throw new Error('thrown') }); new Promise(r => setTimeout(r)) | thrown",
                "fetch('http://192.0.2.1/x').catch(() => 0)                                     | 192.0.2.1",
                "document.head.append(Object.assign(document.createElement('script'), {src: 'https://cdn.example/x.js'})) | cdn.example"
            })
    void aFaultIsSeen(String script, String told) {
        Window window = Window.wide();
        SignInPage page = SignInPage.open(window);
        assertThatThrownBy(() -> {
                    window.page().evaluate(script);
                    page.lookAt("login-faulty");
                    window.close();
                })
                .hasMessageContaining(told);
        window.abandon();
    }
}
