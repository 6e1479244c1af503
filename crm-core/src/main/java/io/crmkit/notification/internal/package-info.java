/** Notices: made with their cause, kept in the outbox, sent after it. */
@NullMarked
package io.crmkit.notification.internal;

import org.jspecify.annotations.NullMarked;
