#!/bin/sh
# retry.sh COMMAND...: run it, up to three times with a pause between, for downloads that fail now and then.
attempt=1
until "$@"; do
  status=$?
  [ "$attempt" -lt 3 ] || exit "$status"
  echo "retry.sh: attempt $attempt failed, trying again in $((attempt * 5)) s" >&2
  sleep $((attempt * 5))
  attempt=$((attempt + 1))
done
