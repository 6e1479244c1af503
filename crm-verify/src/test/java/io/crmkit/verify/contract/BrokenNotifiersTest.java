package io.crmkit.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.spi.notify.DeliveryException;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SequentialIds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of notifiers finds out broken ones. */
class BrokenNotifiersTest {

    @Test
    void aSwallowedFailureIsFoundOut() {
        assertThat(ContractRun.of(Swallowing.class, Map.of()).failed())
                .containsKeys("Swallowing.aBreakdownMayBeTriedAgain", "Swallowing.aRefusalForGoodSaysSo");
    }

    @Test
    void aRefusalThatDoesNotSayThatItIsForGoodIsFoundOut() {
        assertThat(ContractRun.of(AlwaysTemporary.class, Map.of()).failed())
                .containsOnlyKeys("AlwaysTemporary.aRefusalForGoodSaysSo");
    }

    @Test
    void aLostIdIsFoundOut() {
        assertThat(ContractRun.of(OwnIds.class, Map.of()).failed())
                .containsKeys("OwnIds.theFarSideGetsANoticeWithItsId", "OwnIds.aRepetitionIsTakenAndHasTheSameId");
    }

    @Test
    void anAddressInTheMessageIsFoundOut() {
        assertThat(ContractRun.of(Talkative.class, Map.of()).failed())
                .containsOnlyKeys("Talkative.aFailureNamesNoPersonalData", "Talkative.aRefusalForGoodSaysSo");
    }

    static class Swallowing extends RecordingNotifierContractTest {
        @Override
        protected Notifier createNotifier() {
            Notifier intact = super.createNotifier();
            return notification -> {
                try {
                    intact.deliver(notification);
                } catch (DeliveryException e) {
                    assertThat(e.code()).isEqualTo(RecordingNotifier.CODE);
                }
            };
        }
    }

    static class AlwaysTemporary extends RecordingNotifierContractTest {
        @Override
        protected Notifier createNotifier() {
            Notifier intact = super.createNotifier();
            return notification -> {
                try {
                    intact.deliver(notification);
                } catch (DeliveryException e) {
                    throw DeliveryException.temporary(e.code());
                }
            };
        }
    }

    static class OwnIds extends RecordingNotifierContractTest {
        private final SequentialIds ids = new SequentialIds(9);

        @Override
        protected List<String> reached() {
            return super.reached().stream().map(id -> ids.next().toString()).toList();
        }
    }

    static class Talkative extends RecordingNotifierContractTest {
        @Override
        protected Notifier createNotifier() {
            Notifier intact = super.createNotifier();
            return notification -> {
                try {
                    intact.deliver(notification);
                } catch (DeliveryException e) {
                    throw new IllegalStateException("cannot send to " + notification.to(), e);
                }
            };
        }
    }
}
