/** Searches over all that the CRM keeps. */
@NullMarked
package io.crmkit.search.internal;

import org.jspecify.annotations.NullMarked;
