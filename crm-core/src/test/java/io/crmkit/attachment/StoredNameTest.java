package io.crmkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.error.InvalidRequestException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredNameTest {
    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final int NAMES = 100_000;
    private static final int SYMBOLS = 62;
    /** Of 61 degrees of freedom: exceeded by one honest run in a million. */
    private static final double CHI_SQUARE = 127;

    private final SecureRandom random = new SecureRandom();

    private StoredName of(String agent) {
        return StoredName.ofAgent(new ActorId(agent), CUSTOMER, FileType.PDF, random::nextInt);
    }

    @ParameterizedTest
    @CsvSource({
        "sara,sara",
        "sara-k,sara_2dk",
        "sara.k@desk,sara_2ek_40desk",
        "a_b,a_5fb",
        "ou:sara,ou_3asara",
        "self,_73elf",
        "mail,_6dail",
        "Self,Self",
    })
    void anAgentIsWrittenAndReadBack(String agent, String written) {
        StoredName name = of(agent);

        assertThat(name.value()).matches("[A-Za-z0-9]{20}-" + written + "-" + CUSTOMER + "\\.pdf");
        assertThat(new StoredName(name.value()).agent()).contains(new ActorId(agent));
        assertThat(name.customer()).isEqualTo(CUSTOMER);
        assertThat(name.source()).isEqualTo(StoredName.Source.AGENT);
    }

    @Test
    void agentsThatDifferHaveNamesThatDiffer() {
        assertThat(of("a-b").value().substring(20))
                .isNotEqualTo(of("a_2db").value().substring(20));
        assertThat(of("a-b").agent()).isNotEqualTo(of("a_2db").agent());
    }

    @Test
    void filesWithoutAnAgentSayWhereTheyCameFrom() {
        StoredName own = StoredName.ofCustomer(CUSTOMER, FileType.JPEG, random::nextInt);
        StoredName mailed = StoredName.ofMail(CUSTOMER, FileType.DOCX, random::nextInt);

        assertThat(own.value()).endsWith("-self-" + CUSTOMER + ".jpg");
        assertThat(own.source()).isEqualTo(StoredName.Source.CUSTOMER);
        assertThat(own.agent()).isEmpty();
        assertThat(mailed.value()).endsWith("-mail-" + CUSTOMER + ".docx");
        assertThat(mailed.source()).isEqualTo(StoredName.Source.MAIL);
    }

    @ParameterizedTest
    @EnumSource
    void theTypeIsReadBack(FileType type) {
        StoredName name = StoredName.ofCustomer(CUSTOMER, type, random::nextInt);

        assertThat(name.type()).isEqualTo(type);
    }

    @Test
    void theLongestNameFitsIntoEveryFileSystem() {
        assertThat(of("a" + "-".repeat(63)).value().length()).isLessThanOrEqualTo(243);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short-sara-0D00000000000000000000000W.pdf",
                "aaaaaaaaaaaaaaaaaaaa-sara-00000000000000000000000000.exe",
                "aaaaaaaaaaaaaaaaaaaa-sara-00000000000000000000000000",
                "aaaaaaaaaaaaaaaaaaaa-sa-ra-00000000000000000000000000.pdf",
                "aaaaaaaaaaaaaaaaaaaa-sara_-00000000000000000000000000.pdf",
                "aaaaaaaaaaaaaaaaaaaa-_61-00000000000000000000000000.pdf",
                "aaaaaaaaaaaaaaaaaaaa-_2d-00000000000000000000000000.pdf",
                "../aaaaaaaaaaaaaaaaa-sara-00000000000000000000000000.pdf",
                "aaaaaaaaaaaaaaaaaaaa-sara-00000000000000000000000000.pdf\r\n",
            })
    void anythingElseIsNoStoredName(String text) {
        assertThatThrownBy(() -> new StoredName(text)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void namesDoNotRepeatAndFavourNoSymbol() {
        Set<String> seen = new HashSet<>();
        int[] counts = new int[128];
        for (int i = 0; i < NAMES; i++) {
            String start = of("sara").value().substring(0, StoredName.RANDOM_LENGTH);
            seen.add(start);
            start.chars().forEach(c -> counts[c]++);
        }
        double expected = (double) NAMES * StoredName.RANDOM_LENGTH / SYMBOLS;
        double chiSquare = 0;
        int used = 0;
        for (int count : counts) {
            chiSquare += count == 0 ? 0 : (count - expected) * (count - expected) / expected;
            used += count == 0 ? 0 : 1;
        }

        assertThat(seen).hasSize(NAMES);
        assertThat(used).isEqualTo(SYMBOLS);
        assertThat(chiSquare).isLessThan(CHI_SQUARE);
    }
}
