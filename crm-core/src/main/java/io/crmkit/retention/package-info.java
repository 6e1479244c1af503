/** How long records are kept that only ever grow in number. */
@NullMarked
package io.crmkit.retention;

import org.jspecify.annotations.NullMarked;
