-- The tables of Crmkit. {name} is a table, {index:name} an index, with schema and prefix as they were chosen.
-- Each statement may be run again: what is there already is left as it is.

-- Customers.
create table if not exists {customer} (
    id uuid not null,
    version bigint not null,
    given_name varchar(200) not null,
    family_name varchar(200) not null,
    identifiers text not null,
    contacts text not null,
    languages text not null,
    preferred_channel varchar(20) null,
    tier varchar(20) not null,
    flags varchar(200) not null,
    attributes text not null,
    masked text not null,
    owner_id varchar(64) null,
    team varchar(40) not null,
    created_at timestamp(6) with time zone not null,
    created_by_kind varchar(20) not null,
    created_by varchar(64) not null,
    updated_at timestamp(6) with time zone not null,
    primary key (id)
);

-- Unique keys of customers in other systems.
create table if not exists {customer_identifier} (
    key_text varchar(400) not null,
    customer_id uuid not null,
    primary key (key_text)
);

-- Keys that several customers may share.
create table if not exists {customer_contact} (
    key_text varchar(400) not null,
    customer_id uuid not null,
    primary key (key_text, customer_id)
);

-- What customers are searched by: folded texts, and the numbers that tell which texts may hold a pattern.
create table if not exists {customer_search} (
    customer_id uuid not null,
    text_version integer not null,
    team varchar(40) not null,
    owner_id varchar(64) not null,
    open_text text not null,
    open_lines text not null,
    contact_text text not null,
    contact_lines text not null,
    attribute_text text not null,
    features integer[] not null,
    primary key (customer_id)
);

-- Texts are looked at in many rows: they stay there as they are, up to some length, and what is long and looked at seldom is
-- kept elsewhere, so that many rows are in a page. Searches of the index are planned without statistics, since single features tell nothing
-- about several.
alter table {customer_search} set (toast_tuple_target = 512);
alter table {customer_search}
    alter column open_text set storage main,
    alter column contact_text set storage main,
    alter column attribute_text set storage main,
    alter column features set storage external,
    alter column features set statistics 0;

-- Folded texts of customers' attributes, to be found by.
create table if not exists {customer_attribute} (
    customer_id uuid not null,
    name varchar(60) not null,
    folded_text text not null,
    primary key (customer_id, name)
);

-- Merges of customers. holds_for is the merged customer until the merge is undone.
create table if not exists {customer_merge} (
    id uuid not null,
    version bigint not null,
    survivor_id uuid not null,
    holds_for uuid null,
    survivor_before text not null,
    survivor_after text not null,
    merged_customer text not null,
    merged_at timestamp(6) with time zone not null,
    merged_by_kind varchar(20) not null,
    merged_by varchar(64) not null,
    ended_at timestamp(6) with time zone null,
    primary key (id)
);

-- Which notes, tickets, messages, notifications and audit entries went along with a merge.
create table if not exists {merged_record} (
    merge_id uuid not null,
    kind varchar(20) not null,
    record_id uuid not null,
    primary key (merge_id, kind, record_id)
);

-- Which activities went along with a merge.
create table if not exists {merged_activity} (
    merge_id uuid not null,
    source varchar(40) not null,
    external_id varchar(120) not null,
    primary key (merge_id, source, external_id)
);

-- Definitions of customers' attributes.
create table if not exists {attribute} (
    name varchar(60) not null,
    value_type varchar(20) not null,
    labels text not null,
    options text not null,
    is_sensitive boolean not null,
    primary key (name)
);

-- Notes. Deleted ones have deleted_at.
create table if not exists {note} (
    id uuid not null,
    version bigint not null,
    customer_id uuid not null,
    subjects text not null,
    html text not null,
    plain_text text not null,
    search_text text not null,
    kind varchar(20) not null,
    pinned boolean not null,
    author_kind varchar(20) not null,
    author varchar(64) not null,
    team varchar(40) not null,
    created_at timestamp(6) with time zone not null,
    edited_at timestamp(6) with time zone null,
    deleted_at timestamp(6) with time zone null,
    deleted_by_kind varchar(20) null,
    deleted_by varchar(64) null,
    delete_reason text null,
    primary key (id)
);

-- What else notes are about: type, colon, id.
create table if not exists {note_subject} (
    subject varchar(170) not null,
    note_id uuid not null,
    primary key (subject, note_id)
);

-- What notes, subjects of tickets and messages name, and each name reversed behind a <.
create table if not exists {text_reference} (
    name varchar(100) collate "C" not null,
    kind varchar(20) not null,
    written_at timestamp(6) with time zone not null,
    record_id uuid not null,
    parent_id uuid not null,
    primary key (name, kind, written_at, record_id)
);

-- Former texts of notes.
create table if not exists {note_revision} (
    note_id uuid not null,
    version bigint not null,
    html text not null,
    replaced_at timestamp(6) with time zone not null,
    primary key (note_id, version)
);

-- Tickets.
create table if not exists {ticket} (
    id uuid not null,
    version bigint not null,
    ticket_number bigint not null,
    customer_id uuid not null,
    subject text not null,
    channel varchar(20) not null,
    category varchar(120) not null,
    category_root varchar(120) not null,
    language varchar(40) not null,
    status varchar(20) not null,
    priority varchar(20) not null,
    tags text not null,
    team varchar(40) not null,
    assignee varchar(64) null,
    subjects text not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    waiting_since timestamp(6) with time zone null,
    first_reply_at timestamp(6) with time zone null,
    first_solved_at timestamp(6) with time zone null,
    last_solved_at timestamp(6) with time zone null,
    closed_at timestamp(6) with time zone null,
    events integer not null,
    human_replies integer not null,
    reopens integer not null,
    follow_up_of uuid null,
    merged_into uuid null,
    rating_stars integer null,
    rating_comment text null,
    rated_at timestamp(6) with time zone null,
    created_by_kind varchar(20) not null,
    created_by varchar(64) not null,
    primary key (id)
);

-- The number of the next ticket, in one row.
create table if not exists {ticket_number} (
    id integer not null,
    next_value bigint not null,
    primary key (id)
);

-- What happened to tickets; only ever added to.
create table if not exists {ticket_event} (
    id uuid not null,
    ticket_id uuid not null,
    sequence_number integer not null,
    happened_at timestamp(6) with time zone not null,
    actor_kind varchar(20) not null,
    actor varchar(64) not null,
    kind varchar(30) not null,
    value_before text null,
    value_after text null,
    primary key (id)
);

-- Public messages and internal comments.
create table if not exists {ticket_message} (
    id uuid not null,
    ticket_id uuid not null,
    customer_id uuid not null,
    kind varchar(20) not null,
    author_kind varchar(20) not null,
    author varchar(64) not null,
    written_at timestamp(6) with time zone not null,
    body text not null,
    primary key (id)
);

-- Agents. Teams stand between commas.
create table if not exists {agent} (
    id varchar(64) not null,
    display_name varchar(200) not null,
    teams text not null,
    languages text not null,
    state varchar(20) not null,
    primary key (id)
);

-- Teams.
create table if not exists {team} (
    id varchar(40) not null,
    lead_id varchar(64) null,
    primary key (id)
);

-- Who is on duty when.
create table if not exists {shift} (
    team varchar(40) not null,
    name varchar(60) not null,
    days varchar(200) not null,
    from_time varchar(20) not null,
    to_time varchar(20) not null,
    zone_id varchar(60) not null,
    members text not null,
    primary key (team, name)
);

-- Rules of automation.
create table if not exists {rule} (
    id varchar(40) not null,
    run_order integer not null,
    enabled boolean not null,
    team varchar(40) null,
    triggered text not null,
    only_when text not null,
    actions text not null,
    primary key (id)
);

-- That rules acted; only ever added to.
create table if not exists {rule_execution} (
    id uuid not null,
    rule_id varchar(40) not null,
    ticket_id uuid not null,
    episode varchar(120) not null,
    happened_at timestamp(6) with time zone not null,
    primary key (id)
);

-- What rules have to do at a later time.
create table if not exists {due_item} (
    ticket_id uuid not null,
    rule_id varchar(40) collate "C" not null,
    due_at timestamp(6) with time zone not null,
    episode timestamp(6) with time zone not null,
    primary key (ticket_id, rule_id)
);

-- The outbox. due_at is set while an attempt is to come.
create table if not exists {notification} (
    id uuid not null,
    version bigint not null,
    dedupe_key varchar(400) not null,
    channel varchar(20) not null,
    recipient text not null,
    template varchar(60) not null,
    language varchar(40) not null,
    subject text not null,
    body text not null,
    ticket_id uuid not null,
    customer_id uuid not null,
    team varchar(40) not null,
    created_at timestamp(6) with time zone not null,
    state varchar(20) not null,
    attempts integer not null,
    next_attempt_at timestamp(6) with time zone null,
    due_at timestamp(6) with time zone null,
    lease_owner varchar(200) null,
    sent_at timestamp(6) with time zone null,
    error text null,
    primary key (id)
);

-- Who changed what; only ever added to.
create table if not exists {audit_entry} (
    id uuid not null,
    happened_at timestamp(6) with time zone not null,
    actor_kind varchar(20) not null,
    actor varchar(64) not null,
    action varchar(40) not null,
    target_type varchar(40) not null,
    target_id varchar(120) not null,
    customer_id uuid null,
    team varchar(40) not null,
    changes text not null,
    primary key (id)
);

-- Which commands were carried out under a key.
create table if not exists {idempotency_key} (
    key_text varchar(400) not null,
    input_hash varchar(64) not null,
    result_id uuid not null,
    created_at timestamp(6) with time zone not null,
    primary key (key_text)
);

-- What customers did in the host's systems.
create table if not exists {activity} (
    source varchar(40) not null,
    external_id varchar(120) not null,
    customer_id uuid not null,
    kind varchar(30) not null,
    status varchar(20) not null,
    occurred_at timestamp(6) with time zone not null,
    amount numeric(48, 18) null,
    amount_scale integer null,
    asset varchar(12) null,
    primary key (source, external_id)
);

-- Files on notes and tickets, without their bytes. spool is set while a file waits for its delivery.
create table if not exists {attachment} (
    id uuid not null,
    version bigint not null,
    place_kind varchar(20) not null,
    place_id uuid not null,
    uploader_kind varchar(20) not null,
    uploader varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    original_name varchar(400) not null,
    stored_name varchar(250) collate "C" not null,
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
    next_attempt_at timestamp(6) with time zone null,
    deleted_at timestamp(6) with time zone null,
    deleted_by_kind varchar(20) null,
    deleted_by varchar(64) null,
    delete_reason text null,
    primary key (id)
);

-- That files were counted for an uploader on a day, each under a number of its own.
create table if not exists {upload_count} (
    key_text varchar(120) not null,
    account varchar(100) not null,
    file_number integer not null,
    created_at timestamp(6) with time zone not null,
    primary key (key_text)
);

create index if not exists {index:customer_time_ix} on {customer} (created_at, id);

create index if not exists {index:customer_team_ix} on {customer} (team, created_at, id);

create index if not exists {index:customer_owner_ix} on {customer} (owner_id, created_at, id);

create index if not exists {index:customer_tier_ix} on {customer} (tier, created_at, id);

create index if not exists {index:customer_identifier_ix} on {customer_identifier} (customer_id);

create index if not exists {index:customer_contact_ix} on {customer_contact} (customer_id);

create index if not exists {index:customer_search_ix} on {customer_search} using gin (features) with (fastupdate = off);
create unique index if not exists {index:customer_merge_uq} on {customer_merge} (holds_for);

create index if not exists {index:customer_merge_ix} on {customer_merge} (survivor_id, merged_at, id);

create index if not exists {index:note_time_ix} on {note} (created_at, id);

create index if not exists {index:note_customer_ix} on {note} (customer_id, created_at, id);

create index if not exists {index:note_pinned_ix} on {note} (customer_id, pinned, created_at, id) where deleted_at is null;

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

create index if not exists {index:notification_due_ix} on {notification} (due_at, id) where due_at is not null;

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
    select 1, 1 where not exists (select 1 from {ticket_number});
