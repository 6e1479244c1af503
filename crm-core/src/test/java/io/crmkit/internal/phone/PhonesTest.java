package io.crmkit.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({
        "۰۹۱۲ ۳۴۵ ۶۷۸۹, IR, +989123456789",
        "٠٩١٢٣٤٥٦٧٨٩, IR, +989123456789",
        "0912-345-6789, IR, +989123456789",
        "00989123456789, IR, +989123456789",
        "۰۰۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹, IR, +989123456789",
        "+98 (912) 345‑6789, US, +989123456789",
        "＋９８９１２３４５６７８９, US, +989123456789",
        "9123456789, IR, +989123456789",
        "'\u202a+98\u00a0912 345 6789\u202c', ZZ, +989123456789",
        "௯௪௪௪௦ ௧௨௩௪௫, IN, +919444012345",
        "094440 12345, IN, +919444012345",
        "021 8888 7777, IR, +982188887777",
        "+1 202-555-0143, IR, +12025550143"
    })
    void aValidNumberGetsOneForm(String raw, String region, String normalised) {
        assertThat(Phones.normalise(raw, region)).contains(normalised);
        assertThat(Phones.normalise(normalised, "ZZ")).contains(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345",
                "0912 345 678",
                "0912 345 67890",
                "call 0912 345 6789",
                "09123456789 ext 5",
                "09123456789x5",
                "09123456789\r\n",
                "09123456789;phone-context=x",
                "+",
                "0912\u00003456789",
                "＊۱۲۳",
                "0912 345 6789 / 0935 345 6789",
                "۹۸۷",
                "\ud800"
            })
    void whatIsNotOneValidNumberIsRefused(String raw) {
        assertThat(Phones.normalise(raw, "IR")).isEmpty();
    }

    @Test
    void withoutRegionOnlyInternationalNumbersAreKnown() {
        assertThat(Phones.normalise("0912 345 6789", "ZZ")).isEmpty();
        assertThat(Phones.normalise("9".repeat(1_000_000), "IR")).isEmpty();
    }

    @Test
    void aNumberIsReadWithAndWithoutTheCountryAlsoIfNoPlanHasIt() {
        assertThat(Phones.read("۰۹۱۲ ۳۴۵ ۶۷۸۹", "IR")).contains(new ReadNumber("989123456789", "9123456789", true));
        assertThat(Phones.read("0928 324 1543", "IR")).contains(new ReadNumber("989283241543", "9283241543", false));
        assertThat(Phones.read("0928 324 1543", "IR").orElseThrow().normalised())
                .isEmpty();
        assertThat(Phones.read("0912 345 6789", "ZZ")).isEmpty();
        assertThat(Phones.read("ali", "IR")).isEmpty();
        assertThat(Phones.read("+98 912 345 6789", "IR").orElseThrow()).hasToString("ReadNumber[…]");
    }

    @Test
    void theMaskShowsThreeDigitsAndNothingOfShortNumbers() {
        assertThat(Phones.mask("+989123456789")).isEqualTo("***789");
        assertThat(Phones.mask("۰۹۱۲ ۳۴۵ ۶۷۸۹")).isEqualTo("***۷۸۹");
        assertThat(Phones.mask("123456")).isEqualTo("***");
        assertThat(Phones.mask("")).isEqualTo("***");
    }
}
