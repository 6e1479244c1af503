/** How agents, teams and shifts are kept. */
@NullMarked
package io.crmkit.staff.internal;

import org.jspecify.annotations.NullMarked;
