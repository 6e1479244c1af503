/** Amounts of one asset. */
@NullMarked
package io.crmkit.money;

import org.jspecify.annotations.NullMarked;
