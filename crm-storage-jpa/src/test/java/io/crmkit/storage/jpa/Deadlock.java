package io.crmkit.storage.jpa;

/**
 * What a database does about a deadlock.
 *
 * @param waiting a query for how many connections wait for others
 * @param patience what makes a connection leave it to the other one to find the deadlock; a query if it cannot
 * @param endsTransaction whether the loser loses the whole transaction and not only the statement
 */
record Deadlock(String waiting, String patience, boolean endsTransaction) {
    static final Deadlock OF_H2 = new Deadlock(
            "select count(*) from information_schema.sessions where blocker_id is not null", "select 1", true);

    static final Deadlock OF_POSTGRESQL = new Deadlock(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
            "set local deadlock_timeout = '60s'",
            false);

    static final Deadlock OF_MARIADB = new Deadlock(
            "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'", "select 1", true);
}
