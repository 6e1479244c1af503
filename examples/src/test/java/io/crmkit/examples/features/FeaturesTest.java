package io.crmkit.examples.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.Console;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeaturesTest {
    static Map<String, Consumer<Console>> features() {
        Map<String, Consumer<Console>> features = new LinkedHashMap<>();
        features.put("#1 NEW URGENT [urgent]", FirstTicketMain::run);
        features.put("search عليرضا: 1", CustomersMain::run);
        features.put("the old id leads to the survivor: true", DuplicatesMain::run);
        features.put("an admin edits: PERMISSION_DENIED", NotesMain::run);
        features.put("a web page called .png: UNKNOWN_TYPE", FilesMain::run);
        features.put("the customer sees WAITING_FOR_YOU", ConversationMain::run);
        features.put("03:00, customer speaks ta: kavitha", NightShiftMain::run);
        features.put("HIGH [call-back]", RulesMain::run);
        features.put("SENT after 2 attempts", NoticesMain::run);
        features.put("search for its digits: 0", RolesMain::run);
        features.put("first_reply 3 860 540 1800 1800", ReportsMain::run);
        features.put("expected version 1, found 2", RetryMain::run);
        return features;
    }

    static List<String> promises() {
        return List.copyOf(features().keySet());
    }

    @ParameterizedTest
    @MethodSource("promises")
    void eachFeaturePrintsWhatItIsAbout(String promise) {
        Screen screen = new Screen();

        Objects.requireNonNull(features().get(promise)).accept(screen.console());

        assertThat(screen.out()).contains(promise);
        assertThat(screen.err()).isEmpty();
    }
}
