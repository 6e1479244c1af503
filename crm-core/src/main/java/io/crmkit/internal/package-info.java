/** The place where everything is wired; its sub-packages are what the features share. */
@NullMarked
package io.crmkit.internal;

import org.jspecify.annotations.NullMarked;
