package io.crmkit.automation;

import java.time.Duration;

/** When a rule looks at a ticket. */
public sealed interface Trigger {
    /** As part of the command that makes the event happen. */
    record On(RuleEvent event) implements Trigger {}

    /**
     * Once for each episode, when so much time has elapsed since it began; business hours do not matter. Team and
     * condition are looked at in that moment only: a ticket that meets them later in the episode is not acted on.
     *
     * @param elapsed how long, from one second to 366 days
     * @param since what began
     */
    record After(Duration elapsed, Anchor since) implements Trigger {}

    /** What time counts from. */
    enum Anchor {
        /** The customer waits for an answer; the episode ends with it. */
        WAITING,
        /** The ticket is solved; the episode ends when it is reopened or closed. */
        SOLVED
    }
}
