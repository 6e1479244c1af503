/** How activities are kept. */
@NullMarked
package io.crmkit.activity.internal;

import org.jspecify.annotations.NullMarked;
