/** How texts are made findable, and how what people type becomes the conditions that a storage looks for. */
@NullMarked
package io.crmkit.internal.search;

import org.jspecify.annotations.NullMarked;
