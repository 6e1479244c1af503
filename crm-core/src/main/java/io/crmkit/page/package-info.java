/** Pages of long lists: keyset cursors instead of offsets, so that a page costs the same wherever it lies. */
@NullMarked
package io.crmkit.page;

import org.jspecify.annotations.NullMarked;
