package io.crmkit.internal.template;

/**
 * A message ready to be sent.
 *
 * @param subject one line
 * @param text plain text, lines ended by LF
 * @param rightToLeft whether the text is to be laid out from right to left
 */
public record RenderedMessage(String subject, String text, boolean rightToLeft) {}
