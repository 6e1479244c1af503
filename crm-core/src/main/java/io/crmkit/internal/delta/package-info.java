/** What changed between two states of a record. */
@NullMarked
package io.crmkit.internal.delta;

import org.jspecify.annotations.NullMarked;
