#!/usr/bin/env bash
# Builds the images of the commit that is checked out twice, each time from a clone of its own, on an
# empty base, and compares their digests: two builds, one image. Takes a few minutes.
set -euo pipefail

root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for build in first second; do
    git clone -q "$root" "$work/$build"
    "$work/$build/redress" images --base scratch >"$work/$build.log"
    awk '/sha256:/ {print $1, $2}' "$work/$build.log" >"$work/$build.digests"
done
cat "$work/first.digests"
if ! diff "$work/first.digests" "$work/second.digests" >&2; then
    echo "Two builds of one commit are not the same: the lines above differ." >&2
    exit 1
fi
[[ -s $work/first.digests ]] || exit 1
echo "Both builds are the same."
