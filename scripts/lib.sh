# Shared by the bash scripts of this folder: where the project is, how steps and failures are told. Source it, do not run it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

if [ -t 1 ]; then bold=$'\033[1m' red=$'\033[31m' plain=$'\033[0m'; else bold='' red='' plain=''; fi

# step "name": says what begins now; the seconds since the first of our scripts began stand in front.
export SOSEI_BEGAN=${SOSEI_BEGAN:-$(date +%s)}
step() { printf '%s[%4ds] %s%s\n' "$bold" "$(($(date +%s) - SOSEI_BEGAN))" "$*" "$plain"; }

# fail "what happened" "what to do": ends the script.
fail() {
  printf '%s✗ %s%s\n' "$red" "$1" "$plain" >&2
  [ $# -gt 1 ] && printf '  → %s\n' "$2" >&2
  exit 1
}

# quietly LOG COMMAND...: keeps the output in build/logs/LOG; shows its beginning and end only when the command fails.
quietly() {
  local log="build/logs/$1"
  shift
  mkdir -p build/logs
  if ! "$@" >"$log" 2>&1; then
    if [ "$(wc -l <"$log")" -le 40 ]; then cat "$log"; else head -n 12 "$log"; echo '  …'; tail -n 25 "$log"; fi >&2
    return 1
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else
    fail "This needs root: $*" "Run it as root once, or install sudo."
  fi
}
