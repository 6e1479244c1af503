/** How reports are computed: one class for each, from events, tickets, notes, notifications and the audit. */
@NullMarked
package io.crmkit.report.internal;

import org.jspecify.annotations.NullMarked;
