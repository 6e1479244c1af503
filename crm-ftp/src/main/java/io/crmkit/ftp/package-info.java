/** Files on an FTP server. */
@NullMarked
package io.crmkit.ftp;

import org.jspecify.annotations.NullMarked;
