-- What was done to the tables of Crmkit, and who is doing it.

create table if not exists {schema_history} (
    version integer not null,
    script varchar(100) not null,
    checksum varchar(64) not null,
    statements_done integer not null,
    statements integer not null,
    changed_at timestamp(6) with time zone not null,
    primary key (version)
);

create table if not exists {schema_lock} (
    name varchar(20) not null,
    owner varchar(64) not null,
    locked_until timestamp(6) with time zone not null,
    primary key (name)
);
