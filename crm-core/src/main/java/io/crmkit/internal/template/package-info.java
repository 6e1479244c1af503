/** Message texts with variables, and the texts that are shipped; the only package that uses jmustache. */
@NullMarked
package io.crmkit.internal.template;

import org.jspecify.annotations.NullMarked;
