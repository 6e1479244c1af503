package io.crmkit.imports;

/**
 * How an import went.
 *
 * @param rows how many rows were looked at
 * @param created for how many a customer was registered, or would be in a dry run
 * @param known how many were there already
 * @param candidates how many may be somebody who is there already
 * @param rejected how many break a rule
 * @param lastLine the line on which the last row begins: where another run may go on; 0 without rows
 */
public record ImportReport(long rows, long created, long known, long candidates, long rejected, long lastLine) {}
