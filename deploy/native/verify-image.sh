#!/usr/bin/env bash
# Builds the native image with Mandrel's builder, starts it against the simulator and asks it: --help says more.
set -euo pipefail
cd "${BASH_SOURCE[0]%/*}/../.."

usage() {
  cat <<'TEXT'
usage: deploy/native/verify-image.sh [--engine NAME] [--image TAG] [--skip-build] [--help]

Builds deploy/Containerfile.native as a demo build, which brings the simulator; starts it as production would, without root,
capabilities or a writable file system and with a memory limit; and checks the answers where a native image differs from the
JVM: the query of README.md, a wrong variable (message bundles), introspection switched at start, the exit on SIGTERM.

  --engine NAME   docker or podman; without it the first of them that works
  --image TAG     name of the image, greengraph:native-demo unless given
  --skip-build    takes the image as it is
  --help          this text

Needs a container engine with 6 GB of memory for the build, curl, and the network for the base images and Maven. The build
takes some minutes. The container is removed at the end, the image stays. Exit code: 0 if all is right, 1 if a check failed,
2 if the script cannot do its work.
TEXT
}

cannot() {
  printf 'verify-image: %s\n' "$1" >&2
  exit 2
}

engine=
image=greengraph:native-demo
build=true
while [ $# -gt 0 ]; do
  case $1 in
    --engine | --image)
      [ $# -ge 2 ] || cannot "$1 needs a value"
      if [ "$1" = --engine ]; then engine=$2; else image=$2; fi
      shift 2
      ;;
    --skip-build)
      build=false
      shift
      ;;
    --help)
      usage
      exit 0
      ;;
    *) cannot "unknown option $1; --help lists them" ;;
  esac
done

works() {
  command -v "$1" >/dev/null && "$1" info >/dev/null 2>&1
}

if [ -z "$engine" ]; then
  for candidate in docker podman; do
    if works "$candidate"; then
      engine=$candidate
      break
    fi
  done
  [ -n "$engine" ] || cannot "no container engine: install docker or podman, or start its daemon"
else
  works "$engine" || cannot "$engine is not there, or its daemon does not answer ($engine info)"
fi
command -v curl >/dev/null || cannot "curl is not there"

if [ "$build" = true ]; then
  "$engine" build -f deploy/Containerfile.native --build-arg MAVEN_OPTIONS=-Pdemo -t "$image" . ||
    cannot "the image was not built"
fi

container=
failures=0
stop() {
  [ -z "$container" ] || "$engine" rm -f "$container" >/dev/null 2>&1 || true
  container=
}
trap stop EXIT

# Starts a container, with the options given, and sets address to that of its public port.
start() {
  container=$("$engine" run -d --read-only --tmpfs /tmp --cap-drop=ALL --security-opt no-new-privileges --memory=512m \
    -p 127.0.0.1::8080 "$@" "$image") || cannot "the container did not start"
  address=http://$("$engine" port "$container" 8080 | head -n 1)/graphql
  for _ in $(seq 1 30); do
    if curl -s -o /dev/null "$address"; then return; fi
    sleep 1
  done
  "$engine" logs "$container" >&2
  cannot "the gateway does not listen"
}

ask() {
  curl -s -w '\n%{http_code}' -H 'Content-Type: application/json' -d "$1" "$address"
}

# check NAME ANSWER PATTERN: the answer, its status on the last line, has what the pattern says.
check() {
  if [[ $2 =~ $3 ]]; then
    printf 'ok      %s\n' "$1"
  else
    printf 'FAILED  %s: not %s\n%s\n' "$1" "$3" "$2" >&2
    failures=$((failures + 1))
  fi
}

readme_query=$(sed -n "s/^curl -s localhost:8080\/graphql .* -d '\(.*\)'\$/\1/p" README.md | head -n 1)
[ -n "$readme_query" ] || cannot "README.md has no query that begins with curl -s localhost:8080/graphql"
# shellcheck disable=SC2016 # $n is a variable of GraphQL
wrong_variable='{"query":"query($n: Int!) { account { chats(first: $n) { totalCount } } }","variables":{"n":"many"}}'
introspection='{"query":"{ __schema { queryType { name } } }"}'

start
# data comes after errors where there are any.
check "the query of README.md is answered without an error" "$(ask "$readme_query")" '^\{"data":\{"account":\{"name":"shop".*200$'
check "a wrong variable is the caller's fault" "$(ask "$wrong_variable")" '"code":"BAD_REQUEST"'
check "introspection is refused by default" "$(ask "$introspection")" 'INTROSPECTION_DISABLED'
"$engine" stop -t 30 "$container" >/dev/null
check "SIGTERM ends it" "$("$engine" inspect -f '{{.State.ExitCode}}' "$container")" '^(0|143)$'
stop

start -e GREENGRAPH_INTROSPECTION_ENABLED=true
check "introspection is answered where it is switched on at start" "$(ask "$introspection")" '"queryType".*200$'
stop

[ "$failures" -eq 0 ] || exit 1
