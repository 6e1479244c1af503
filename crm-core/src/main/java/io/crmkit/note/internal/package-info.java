/** How notes are kept. */
@NullMarked
package io.crmkit.note.internal;

import org.jspecify.annotations.NullMarked;
