/** A file server that is down while an agent attaches a file, and a process that dies before it is up again. */
@NullMarked
package io.crmkit.examples.ftpdown;

import org.jspecify.annotations.NullMarked;
