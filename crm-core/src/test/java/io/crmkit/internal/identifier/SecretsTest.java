package io.crmkit.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only published examples: nobody's money hangs on them. */
class SecretsTest {
    private static final String DIGITS = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
                "my words are: legal winner thank year wave sausage worth useful legal winner thank yellow, thanks",
                "1. Legal\n2. winner\n3. thank\n4. year\n5. wave\n6. sausage\n7. worth\n8. useful\n9. legal\n"
                        + "10. winner\n11. thank\n12. yellow",
                "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol"
                        + " group space point ten exist slush involve unfold",
                "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
                "کلید من: KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617 است",
                "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
                "private key 0x" + DIGITS,
                "کليد خصوصي " + DIGITS,
                "என் தனிப்பட்ட விசை " + DIGITS
            })
    void keysToMoneyAreRecognised(String text) {
        assertThat(Secrets.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                DIGITS,
                "txid 0x" + DIGITS,
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon",
                "legal winner thank year wave sausage worth useful legal winner thank",
                "I would like to know why my money has not arrived at my wallet yet, thank you very much",
                "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
                "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK",
                "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8",
                "کلید خصوصی من گم شده است"
            })
    void whatAgentsNeedIsNotTakenForOne(String text) {
        assertThat(Secrets.isIn(text)).isFalse();
    }
}
