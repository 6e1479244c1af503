/** Where files go: the settings, and file stores that need nothing but the JDK. */
@NullMarked
package io.crmkit.file;

import org.jspecify.annotations.NullMarked;
