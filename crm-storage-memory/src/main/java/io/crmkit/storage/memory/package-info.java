/** Storage and files on the heap. */
@NullMarked
package io.crmkit.storage.memory;

import org.jspecify.annotations.NullMarked;
