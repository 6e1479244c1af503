/** Notices to customers and agents: texts, the outbox, and how far each notice got. */
@NullMarked
package io.crmkit.notification;

import org.jspecify.annotations.NullMarked;
