package io.crmkit.storage.jpa.internal.sql;

/**
 * Ticket numbers, without a sequence, which distributed engines do badly. A block of them is taken from one row in a short
 * transaction of its own before a transaction that could need one, so that opening tickets never waits for others and
 * never needs a second connection. When the block is used up all the same, the transaction takes one number by itself.
 */
public final class Numbers {
    private static final int BLOCK = 50;
    private static final int LOW = 10;

    private long next = 1;
    private long end = 1;

    /** Says whether another block should be fetched. */
    synchronized boolean isLow() {
        return end - next < LOW;
    }

    /** Takes another block in a transaction; it may be used when that is committed. Returns its first number. */
    long reserve(Work work) {
        return advance(work, BLOCK);
    }

    /** Goes on with that block, behind the rest of the one before if nobody took numbers in between. */
    synchronized void use(long first) {
        if (first > end) {
            next = first;
        }
        end = Math.max(end, first + BLOCK);
    }

    long take(Work work) {
        long number = takeFromBlock();
        return number > 0 ? number : advance(work, 1);
    }

    /** A number of the block; 0 if it is used up. */
    private synchronized long takeFromBlock() {
        return next < end ? next++ : 0;
    }

    private static long advance(Work work, int count) {
        work.execute(Hql.of("update CrmTicketNumber n set n.nextValue = n.nextValue + :count")
                .with("count", (long) count)
                .is("n.id", 1));
        return work.list(Hql.of("select n.nextValue from CrmTicketNumber n").is("n.id", 1), Long.class)
                        .get(0)
                - count;
    }
}
