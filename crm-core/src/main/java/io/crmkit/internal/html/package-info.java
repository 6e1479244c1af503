/** Rich text reduced to a safe subset; the only package that uses the HTML sanitizer. */
@NullMarked
package io.crmkit.internal.html;

import org.jspecify.annotations.NullMarked;
