/** How files are looked into, one inspector for each type; the one place that asks Tika, and only about bytes. */
@NullMarked
package io.crmkit.attachment.internal.inspect;

import org.jspecify.annotations.NullMarked;
