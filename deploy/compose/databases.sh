#!/bin/bash
# Two databases for each service, its data and the keys to it, each with a role of the same name
# that owns it and can open no other.
set -euo pipefail
for service in intake triage escalation notification reporting; do
    for name in "$service" "${service}_keys"; do
        variable=${name^^}_DB_PASSWORD
        psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
            --set=name="$name" --set=password="${!variable}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
    done
done
