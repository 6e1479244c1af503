/** Agents, teams and shifts: whom tickets can be given to, and who is on duty. */
@NullMarked
package io.crmkit.staff;

import org.jspecify.annotations.NullMarked;
