/** Spelling of texts for search and comparison, independent of any storage. */
@NullMarked
package io.crmkit.internal.text;

import org.jspecify.annotations.NullMarked;
