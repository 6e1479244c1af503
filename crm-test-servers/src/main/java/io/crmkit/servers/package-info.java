/** Real database servers for tests and benchmarks, on free ports of this machine. */
@NullMarked
package io.crmkit.servers;

import org.jspecify.annotations.NullMarked;
