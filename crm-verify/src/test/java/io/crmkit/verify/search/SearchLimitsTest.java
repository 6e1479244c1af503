package io.crmkit.verify.search;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be looked for is refused with the reason, not answered with silence. */
class SearchLimitsTest {
    private final Desk desk = Desk.staffed();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u200c ", "a", "۹", "%", "_", "%%%%", "a%", "… -", "🙂🙂"})
    void fewerThanTwoLettersAndDigitsAreRefused(String text) {
        assertThat(searches(text)).allSatisfy(search -> {
            InvalidRequestException refusal = refusal(InvalidRequestException.class, search);
            assertThat(refusal.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.field()).isIn("text", "reference"))
                    .satisfies(violation ->
                            assertThat(violation.code()).isIn(ViolationCode.REQUIRED, ViolationCode.MALFORMED));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "۱۲", "و ی", "நீ", "%_12"})
    void twoAreEnough(String text) {
        assertThat(searches(text))
                .allSatisfy(search -> assertThatCode(search::run).doesNotThrowAnyException());
    }

    @Test
    void tenKilobytesAreRefusedAndTwoHundredCharactersAreNot() {
        assertThat(searches("1234567890".repeat(1_000)))
                .allSatisfy(search -> assertThat(
                                refusal(InvalidRequestException.class, search).violations())
                        .extracting(violation -> violation.code())
                        .containsExactly(ViolationCode.TOO_LONG));
        assertThat(searches("1234567890".repeat(20)))
                .allSatisfy(search -> assertThatCode(search::run).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-", "REFERENCE", "REFERENCE-x", "NOTHING-", "notes-1.2", "WORDS-9", "zz.zz"})
    void aCursorOfSomethingElseIsRefused(String cursor) {
        PageRequest page = PageRequest.after(cursor, 10);

        assertThat(List.<Runnable>of(
                        () -> desk.sara().notes().search("12345", page),
                        () -> desk.sara().search().tickets("12345", page),
                        () -> desk.sara().search().about("12345", page),
                        () -> desk.admin().search().rebuildReferences(page)))
                .allSatisfy(search -> assertThat(refusedFields(search)).containsExactly("cursor"));
    }

    private List<Runnable> searches(String text) {
        PageRequest page = PageRequest.first(10);
        return List.of(
                () -> desk.sara().notes().search(text, page),
                () -> desk.sara().search().tickets(text, page),
                () -> desk.sara().search().about(text, page));
    }
}
