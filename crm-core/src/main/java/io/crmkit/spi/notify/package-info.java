/** What an adapter author needs to send notices. */
@NullMarked
package io.crmkit.spi.notify;

import org.jspecify.annotations.NullMarked;
