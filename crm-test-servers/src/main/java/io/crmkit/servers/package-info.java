/** Real databases for tests and benchmarks, on free ports of this machine, without Docker. */
@NullMarked
package io.crmkit.servers;

import org.jspecify.annotations.NullMarked;
