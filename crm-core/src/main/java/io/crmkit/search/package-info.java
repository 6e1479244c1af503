/** Searches over all that the CRM keeps, and the upkeep of what they search by. */
@NullMarked
package io.crmkit.search;

import org.jspecify.annotations.NullMarked;
