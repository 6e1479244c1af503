/** Files that hang on notes and messages: which are let in, how they are named, and what their inspection found. */
@NullMarked
package io.crmkit.attachment;

import org.jspecify.annotations.NullMarked;
