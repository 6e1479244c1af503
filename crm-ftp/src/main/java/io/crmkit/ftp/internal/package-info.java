/** How the server is talked to: connections, transfers, answers. The only package that knows the FTP library. */
@NullMarked
package io.crmkit.ftp.internal;

import org.jspecify.annotations.NullMarked;
