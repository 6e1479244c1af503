/** Tickets: what customers ask, what agents answer, and what happened when. */
@NullMarked
package io.crmkit.ticket;

import org.jspecify.annotations.NullMarked;
