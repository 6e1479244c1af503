package io.crmkit.verify.fault;

import io.crmkit.servers.WatchedPool;
import io.crmkit.servers.WatchedPool.Moment;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool whose connections fail where it was planned, as a driver would: with a state and somebody's name in the message. */
final class FaultyJdbc implements WatchedPool.Fault {
    /** Where. */
    enum Place {
        STATEMENT,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** What the messages hold that must get nowhere. */
    static final String CANARY = "canary@example.com";

    /** A fault: for statements, the n-th from now on, from 1; once or for ever. */
    record Plan(Place place, int statement, String state, boolean forEver) {}

    private final WatchedPool pool;
    private Plan plan;
    private int beginning;

    FaultyJdbc(DataSource target) {
        pool = new WatchedPool(target).failing(this);
    }

    DataSource dataSource() {
        return pool.dataSource();
    }

    int statements() {
        return pool.executions();
    }

    int commits() {
        return pool.commits();
    }

    void fail(Plan next) {
        plan = next;
        beginning = statements();
    }

    /** Takes the plan back; says whether it had happened. */
    boolean heal() {
        boolean happened = plan == null || plan.forEver();
        plan = null;
        return happened;
    }

    @Override
    public void look(String sql, Moment moment) throws SQLException {
        if (sql.equals(WatchedPool.COMMIT)) {
            failIf(moment == Moment.BEFORE ? Place.BEFORE_COMMIT : Place.AFTER_COMMIT);
        } else if (moment == Moment.BEFORE) {
            failIf(Place.STATEMENT);
        }
    }

    private void failIf(Place place) throws SQLException {
        Plan planned = plan;
        boolean now = planned != null
                && planned.place() == place
                && (place != Place.STATEMENT || statements() - beginning >= planned.statement());
        if (now) {
            plan = planned.forEver() ? planned : null;
            throw new SQLException("planned, about " + CANARY, planned.state());
        }
    }
}
