/** How tickets live: one editor that keeps state and history in step, and the commands that use it. */
@NullMarked
package io.crmkit.ticket.internal;

import org.jspecify.annotations.NullMarked;
