-- What one case adds to one day, under the dimensions that it has now.
create table daily_share (
    case_id                uuid   not null,
    date                   date   not null,
    owner_unit             text   not null,
    case_class             text   not null,
    severity               text   not null,
    registered             int    not null,
    resolved               int    not null,
    closed                 int    not null,
    reopened               int    not null,
    satisfied              int    not null,
    not_satisfied          int    not null,
    clocks_breached        int    not null,
    pages                  int    not null,
    acknowledged           int    not null,
    exhausted              int    not null,
    seconds_to_acknowledge double precision,
    seconds_to_resolve     double precision,
    primary key (case_id, date)
);
create index daily_share_by_cell on daily_share (date, owner_unit, case_class, severity);

-- Cells whose sum is out of date. Only added to and emptied, so that writers never wait for each
-- other; a cell may stand here many times.
create table stale_cell (
    date       date not null,
    owner_unit text not null,
    case_class text not null,
    severity   text not null
);

-- The sums as they were last published. A cell that all its cases left stays, with zeros.
create table daily_metric (
    date                       date        not null,
    owner_unit                 text        not null,
    case_class                 text        not null,
    severity                   text        not null,
    registered                 int         not null,
    resolved                   int         not null,
    closed                     int         not null,
    reopened                   int         not null,
    satisfied                  int         not null,
    not_satisfied              int         not null,
    clocks_breached            int         not null,
    pages                      int         not null,
    acknowledged               int         not null,
    exhausted                  int         not null,
    p50_seconds_to_acknowledge double precision,
    p90_seconds_to_acknowledge double precision,
    p50_seconds_to_resolve     double precision,
    p90_seconds_to_resolve     double precision,
    updated_at                 timestamptz not null,
    primary key (date, owner_unit, case_class, severity)
);
