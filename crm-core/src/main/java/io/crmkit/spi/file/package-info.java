/** What file stores implement. {@code FileStoreContract} in the test kit tests each sentence. */
@NullMarked
package io.crmkit.spi.file;

import org.jspecify.annotations.NullMarked;
