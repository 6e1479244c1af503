/** Replays a support history through the public interface and writes the reports. */
@NullMarked
package io.crmkit.examples.replay;

import org.jspecify.annotations.NullMarked;
