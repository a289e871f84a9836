#!/usr/bin/env bash
# Upgrades a running platform from the release before to this checkout as a cluster would: the new
# release migrates the databases while the old one serves, both serve side by side, then the old one
# goes. The demo is played at every stage; afterwards no dead letter may lie anywhere. Uses the ports
# and the build of ./redress, with data of its own; takes about ten minutes.
#
#   deploy/upgrade/upgrade.sh <tag or commit of the release before>
set -euo pipefail

readonly SERVICES="intake triage escalation notification reporting"
[[ $# == 1 ]] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
new=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
old=$(mktemp -d)/before
export REDRESS_FOLDER=$old/.redress # where the old release keeps its data by itself

stage() {
    printf '\n== %s\n\n' "$*"
}

finish() {
    "$new/redress" down || true
    git -C "$new" worktree remove --force "$old"
    rmdir "${old%/*}"
}

replace() {
    local service
    for service in "$@"; do
        "$new/redress" stop "$service"
        "$new/redress" start "$service"
    done
}

git -C "$new" worktree add --quiet --detach "$old" "$1"
trap finish EXIT

stage "The release before, $1"
"$old/redress" up
"$old/redress" demo

stage "This release beside it: it migrates the databases, and both read the topics"
"$new/redress" up --replicas 2
"$old/redress" demo

stage "The old one still hears and pages, the new one registers and assesses"
replace intake triage
"$new/redress" demo

stage "The rest is replaced"
replace escalation notification reporting
"$new/redress" demo

stage "Nothing lies with the dead letters"
for service in $SERVICES; do
    letters=$("$new/redress" replay --service "$service" --dry-run)
    echo "$service: $letters"
    [[ $letters == '0 would be replayed, 0 cannot be replayed' ]]
done
