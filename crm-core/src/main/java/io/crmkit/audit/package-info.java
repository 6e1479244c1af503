/** Who changed what: one entry for every change, written in its transaction. */
@NullMarked
package io.crmkit.audit;

import org.jspecify.annotations.NullMarked;
