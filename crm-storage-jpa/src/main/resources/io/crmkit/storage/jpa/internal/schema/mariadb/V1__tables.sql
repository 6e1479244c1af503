-- The tables of Crmkit. {name} is a table, {index:name} an index, with schema and prefix as they were chosen.
-- Each statement may be run again: what is there already is left as it is.

-- Customers.
create table if not exists {customer} (
    id binary(16) not null,
    version bigint not null,
    given_name varchar(200) not null,
    family_name varchar(200) not null,
    identifiers longtext not null,
    contacts longtext not null,
    languages longtext not null,
    preferred_channel varchar(20) null,
    tier varchar(20) not null,
    flags varchar(200) not null,
    attributes longtext not null,
    masked longtext not null,
    owner_id varchar(64) null,
    team varchar(40) not null,
    created_at datetime(6) not null,
    created_by_kind varchar(20) not null,
    created_by varchar(64) not null,
    updated_at datetime(6) not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Unique keys of customers in other systems.
create table if not exists {customer_identifier} (
    key_text varchar(400) not null,
    customer_id binary(16) not null,
    primary key (key_text)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Keys that several customers may share.
create table if not exists {customer_contact} (
    key_text varchar(400) not null,
    customer_id binary(16) not null,
    primary key (key_text, customer_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What customers are searched by: folded texts, and the numbers that tell which texts may hold a pattern, four bytes each.
create table if not exists {customer_search} (
    customer_id binary(16) not null,
    text_version integer not null,
    team varchar(40) not null,
    owner_id varchar(64) not null,
    open_text longtext not null,
    open_lines longtext not null,
    contact_text longtext not null,
    contact_lines longtext not null,
    attribute_text longtext not null,
    features mediumblob not null,
    primary key (customer_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- The customers by each of these numbers.
create table if not exists {customer_feature} (
    feature integer not null,
    customer_id binary(16) not null,
    primary key (feature, customer_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Folded texts of customers' attributes, to be found by.
create table if not exists {customer_attribute} (
    customer_id binary(16) not null,
    name varchar(60) not null,
    folded_text longtext not null,
    primary key (customer_id, name)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Merges of customers. holds_for is the merged customer until the merge is undone.
create table if not exists {customer_merge} (
    id binary(16) not null,
    version bigint not null,
    survivor_id binary(16) not null,
    holds_for binary(16) null,
    survivor_before longtext not null,
    survivor_after longtext not null,
    merged_customer longtext not null,
    merged_at datetime(6) not null,
    merged_by_kind varchar(20) not null,
    merged_by varchar(64) not null,
    ended_at datetime(6) null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Which notes, tickets, messages, notifications and audit entries went along with a merge.
create table if not exists {merged_record} (
    merge_id binary(16) not null,
    kind varchar(20) not null,
    record_id binary(16) not null,
    primary key (merge_id, kind, record_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Which activities went along with a merge.
create table if not exists {merged_activity} (
    merge_id binary(16) not null,
    source varchar(40) not null,
    external_id varchar(120) not null,
    primary key (merge_id, source, external_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Definitions of customers' attributes.
create table if not exists {attribute} (
    name varchar(60) not null,
    value_type varchar(20) not null,
    labels longtext not null,
    options longtext not null,
    is_sensitive boolean not null,
    primary key (name)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Notes. Deleted ones have deleted_at.
create table if not exists {note} (
    id binary(16) not null,
    version bigint not null,
    customer_id binary(16) not null,
    subjects longtext not null,
    html longtext not null,
    plain_text longtext not null,
    search_text longtext not null,
    kind varchar(20) not null,
    pinned boolean not null,
    author_kind varchar(20) not null,
    author varchar(64) not null,
    team varchar(40) not null,
    created_at datetime(6) not null,
    edited_at datetime(6) null,
    deleted_at datetime(6) null,
    deleted_by_kind varchar(20) null,
    deleted_by varchar(64) null,
    delete_reason longtext null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What else notes are about: type, colon, id.
create table if not exists {note_subject} (
    subject varchar(170) not null,
    note_id binary(16) not null,
    primary key (subject, note_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What notes, subjects of tickets and messages name, and each name reversed behind a <.
create table if not exists {text_reference} (
    name varchar(100) not null,
    kind varchar(20) not null,
    written_at datetime(6) not null,
    record_id binary(16) not null,
    parent_id binary(16) not null,
    primary key (name, kind, written_at, record_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Former texts of notes.
create table if not exists {note_revision} (
    note_id binary(16) not null,
    version bigint not null,
    html longtext not null,
    replaced_at datetime(6) not null,
    primary key (note_id, version)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Tickets.
create table if not exists {ticket} (
    id binary(16) not null,
    version bigint not null,
    ticket_number bigint not null,
    customer_id binary(16) not null,
    subject longtext not null,
    channel varchar(20) not null,
    category varchar(120) not null,
    category_root varchar(120) not null,
    language varchar(40) not null,
    status varchar(20) not null,
    priority varchar(20) not null,
    tags longtext not null,
    team varchar(40) not null,
    assignee varchar(64) null,
    subjects longtext not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    waiting_since datetime(6) null,
    first_reply_at datetime(6) null,
    first_solved_at datetime(6) null,
    last_solved_at datetime(6) null,
    closed_at datetime(6) null,
    events integer not null,
    human_replies integer not null,
    reopens integer not null,
    follow_up_of binary(16) null,
    merged_into binary(16) null,
    rating_stars integer null,
    rating_comment longtext null,
    rated_at datetime(6) null,
    created_by_kind varchar(20) not null,
    created_by varchar(64) not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- The number of the next ticket, in one row.
create table if not exists {ticket_number} (
    id integer not null,
    next_value bigint not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What happened to tickets; only ever added to.
create table if not exists {ticket_event} (
    id binary(16) not null,
    ticket_id binary(16) not null,
    sequence_number integer not null,
    happened_at datetime(6) not null,
    actor_kind varchar(20) not null,
    actor varchar(64) not null,
    kind varchar(30) not null,
    value_before longtext null,
    value_after longtext null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Public messages and internal comments.
create table if not exists {ticket_message} (
    id binary(16) not null,
    ticket_id binary(16) not null,
    customer_id binary(16) not null,
    kind varchar(20) not null,
    author_kind varchar(20) not null,
    author varchar(64) not null,
    written_at datetime(6) not null,
    body longtext not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Agents. Teams stand between commas.
create table if not exists {agent} (
    id varchar(64) not null,
    display_name varchar(200) not null,
    teams longtext not null,
    languages longtext not null,
    state varchar(20) not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Teams.
create table if not exists {team} (
    id varchar(40) not null,
    lead_id varchar(64) null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Who is on duty when.
create table if not exists {shift} (
    team varchar(40) not null,
    name varchar(60) not null,
    days varchar(200) not null,
    from_time varchar(20) not null,
    to_time varchar(20) not null,
    zone_id varchar(60) not null,
    members longtext not null,
    primary key (team, name)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Rules of automation.
create table if not exists {rule} (
    id varchar(40) not null,
    run_order integer not null,
    enabled boolean not null,
    team varchar(40) null,
    triggered longtext not null,
    only_when longtext not null,
    actions longtext not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- That rules acted; only ever added to.
create table if not exists {rule_execution} (
    id binary(16) not null,
    rule_id varchar(40) not null,
    ticket_id binary(16) not null,
    episode varchar(120) not null,
    happened_at datetime(6) not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What rules have to do at a later time.
create table if not exists {due_item} (
    ticket_id binary(16) not null,
    rule_id varchar(40) not null,
    due_at datetime(6) not null,
    episode datetime(6) not null,
    primary key (ticket_id, rule_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- The outbox. due_at is set while an attempt is to come.
create table if not exists {notification} (
    id binary(16) not null,
    version bigint not null,
    dedupe_key varchar(400) not null,
    channel varchar(20) not null,
    recipient longtext not null,
    template varchar(60) not null,
    language varchar(40) not null,
    subject longtext not null,
    body longtext not null,
    ticket_id binary(16) not null,
    customer_id binary(16) not null,
    team varchar(40) not null,
    created_at datetime(6) not null,
    state varchar(20) not null,
    attempts integer not null,
    next_attempt_at datetime(6) null,
    due_at datetime(6) null,
    lease_owner varchar(200) null,
    sent_at datetime(6) null,
    error longtext null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Who changed what; only ever added to.
create table if not exists {audit_entry} (
    id binary(16) not null,
    happened_at datetime(6) not null,
    actor_kind varchar(20) not null,
    actor varchar(64) not null,
    action varchar(40) not null,
    target_type varchar(40) not null,
    target_id varchar(120) not null,
    customer_id binary(16) null,
    team varchar(40) not null,
    changes longtext not null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Which commands were carried out under a key.
create table if not exists {idempotency_key} (
    key_text varchar(400) not null,
    input_hash varchar(64) not null,
    result_id binary(16) not null,
    created_at datetime(6) not null,
    primary key (key_text)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What customers did in the host's systems.
create table if not exists {activity} (
    source varchar(40) not null,
    external_id varchar(120) not null,
    customer_id binary(16) not null,
    kind varchar(30) not null,
    status varchar(20) not null,
    occurred_at datetime(6) not null,
    amount decimal(48, 18) null,
    amount_scale integer null,
    asset varchar(12) null,
    primary key (source, external_id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- Files on notes and tickets, without their bytes. spool is set while a file waits for its delivery.
create table if not exists {attachment} (
    id binary(16) not null,
    version bigint not null,
    place_kind varchar(20) not null,
    place_id binary(16) not null,
    uploader_kind varchar(20) not null,
    uploader varchar(64) not null,
    created_at datetime(6) not null,
    original_name varchar(400) not null,
    stored_name varchar(250) not null,
    file_type varchar(20) not null,
    size_bytes bigint not null,
    sha256 varchar(64) not null,
    received_sha256 varchar(64) not null,
    width integer null,
    height integer null,
    warnings varchar(200) not null,
    state varchar(20) not null,
    quarantine varchar(40) null,
    inspected_by integer not null,
    spool varchar(40) null,
    attempts integer null,
    next_attempt_at datetime(6) null,
    deleted_at datetime(6) null,
    deleted_by_kind varchar(20) null,
    deleted_by varchar(64) null,
    delete_reason longtext null,
    primary key (id)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- That files were counted for an uploader on a day, each under a number of its own.
create table if not exists {upload_count} (
    key_text varchar(120) not null,
    account varchar(100) not null,
    file_number integer not null,
    created_at datetime(6) not null,
    primary key (key_text)
) engine=InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index if not exists {index:customer_time_ix} on {customer} (created_at, id);

create index if not exists {index:customer_team_ix} on {customer} (team, created_at, id);

create index if not exists {index:customer_owner_ix} on {customer} (owner_id, created_at, id);

create index if not exists {index:customer_tier_ix} on {customer} (tier, created_at, id);

create index if not exists {index:customer_identifier_ix} on {customer_identifier} (customer_id);

create index if not exists {index:customer_contact_ix} on {customer_contact} (customer_id);

create unique index if not exists {index:customer_merge_uq} on {customer_merge} (holds_for);

create index if not exists {index:customer_merge_ix} on {customer_merge} (survivor_id, merged_at, id);

create index if not exists {index:note_time_ix} on {note} (created_at, id);

create index if not exists {index:note_customer_ix} on {note} (customer_id, created_at, id);

create index if not exists {index:note_pinned_ix} on {note} (customer_id, pinned, created_at, id);

create index if not exists {index:note_team_ix} on {note} (team, created_at, id);

create index if not exists {index:note_author_ix} on {note} (author, created_at, id);

create index if not exists {index:note_subject_ix} on {note_subject} (note_id);

create index if not exists {index:text_reference_ix} on {text_reference} (record_id);

create index if not exists {index:note_revision_time_ix} on {note_revision} (replaced_at, version);

create unique index if not exists {index:ticket_number_uq} on {ticket} (ticket_number);

create index if not exists {index:ticket_time_ix} on {ticket} (created_at, id);

create index if not exists {index:ticket_customer_ix} on {ticket} (customer_id, created_at, id);

create index if not exists {index:ticket_team_ix} on {ticket} (team, created_at, id);

create index if not exists {index:ticket_assignee_ix} on {ticket} (assignee, created_at, id);

create index if not exists {index:ticket_load_ix} on {ticket} (assignee, status);

create index if not exists {index:ticket_status_ix} on {ticket} (status, created_at, id);

create unique index if not exists {index:ticket_event_uq} on {ticket_event} (ticket_id, sequence_number);

create index if not exists {index:ticket_event_time_ix} on {ticket_event} (happened_at, id);

create index if not exists {index:ticket_message_ix} on {ticket_message} (ticket_id, written_at, id);

create index if not exists {index:ticket_message_customer_ix} on {ticket_message} (customer_id, kind, written_at, id);

create index if not exists {index:ticket_message_time_ix} on {ticket_message} (written_at, id);

create unique index if not exists {index:rule_execution_uq} on {rule_execution} (ticket_id, rule_id, episode);

create index if not exists {index:rule_execution_time_ix} on {rule_execution} (happened_at, id);

create index if not exists {index:due_item_ix} on {due_item} (due_at, ticket_id, rule_id);

create unique index if not exists {index:notification_uq} on {notification} (dedupe_key);

create index if not exists {index:notification_due_ix} on {notification} (due_at, id);

create index if not exists {index:notification_time_ix} on {notification} (created_at, id);

create index if not exists {index:notification_customer_ix} on {notification} (customer_id, created_at, id);

create index if not exists {index:notification_team_ix} on {notification} (team, created_at, id);

create index if not exists {index:notification_state_ix} on {notification} (state, created_at, id);

create index if not exists {index:audit_time_ix} on {audit_entry} (happened_at, id);

create index if not exists {index:audit_customer_ix} on {audit_entry} (customer_id, happened_at, id);

create index if not exists {index:audit_team_ix} on {audit_entry} (team, happened_at, id);

create index if not exists {index:audit_actor_ix} on {audit_entry} (actor, happened_at, id);

create index if not exists {index:idempotency_time_ix} on {idempotency_key} (created_at);

create index if not exists {index:activity_customer_ix} on {activity} (customer_id, kind, status, occurred_at);

create index if not exists {index:activity_time_ix} on {activity} (occurred_at, external_id);

create unique index if not exists {index:attachment_uq} on {attachment} (stored_name);

create index if not exists {index:attachment_place_ix} on {attachment} (place_id, place_kind, created_at, id);

create index if not exists {index:attachment_spool_ix} on {attachment} (spool, next_attempt_at, id);

create index if not exists {index:attachment_inspection_ix} on {attachment} (state, inspected_by, id);

create index if not exists {index:attachment_deleted_ix} on {attachment} (deleted_at, id);

create index if not exists {index:upload_count_ix} on {upload_count} (account, file_number);

create index if not exists {index:upload_count_time_ix} on {upload_count} (created_at, key_text);

insert into {ticket_number} (id, next_value)
    select 1, 1 from dual where not exists (select 1 from {ticket_number});
