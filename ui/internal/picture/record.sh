#!/usr/bin/env bash
# Makes the pictures of the README anew: drives the real program on the sample
# that ships, in tmux, and draws what stands on the screen.
set -euo pipefail
cd "$(dirname "$0")/../../.."
scratch=$(mktemp -d)
trap 'tmux -L picture kill-server 2>/dev/null || true; rm -r "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/home"
go build -o "$scratch/bin/" ./cmd/parallax ./ui/internal/picture
GOCACHE=$(go env GOCACHE) && export GOCACHE
export XDG_DATA_HOME=$scratch/home XDG_STATE_HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home HOME=$scratch/home

tmux -L picture start-server \; set-option -g exit-empty off

# settled NAME: waits until the screen has stood still for a second.
settled() {
  local before='' now
  for _ in $(seq 60); do
    sleep 1
    now=$(tmux -L picture capture-pane -p -t "$1")
    if [ -n "$now" ] && [ "$now" = "$before" ] && ! grep -q 'esc gives up' <<<"$now"; then
      return
    fi
    before=$now
  done
}

# conflict NAME WORDS: goes from conflict to conflict until one is told in these words.
conflict() {
  for _ in $(seq 20); do
    if tmux -L picture capture-pane -p -t "$1" | grep -q "$2"; then
      return
    fi
    tmux -L picture send-keys -t "$1" n
    settled "$1"
  done
  echo "no conflict is told in the words $2" >&2
  exit 1
}

# picture NAME WIDTH HEIGHT EVENT KEY...: what the reader shows after these keys,
# of an event where one is named; a key n:WORDS goes to the conflict told in them.
picture() {
  local name=$1 width=$2 height=$3 event=$4
  shift 4
  tmux -L picture new-session -d -s "$name" -x "$width" -y "$height" "$scratch/bin/parallax $event"
  settled "$name"
  for key in "$@"; do
    case $key in
    n:*) conflict "$name" "${key#n:}" ;;
    *) tmux -L picture send-keys -t "$name" "$key" ;;
    esac
    settled "$name"
  done
  tmux -L picture capture-pane -e -p -t "$name" | "$scratch/bin/picture" >"ui/internal/picture/$name.svg"
  tmux -L picture kill-session -t "$name"
}

disputed=$("$scratch/bin/parallax" events --json | sed -n 's/.*"id":"\([0-9a-f]*\)".*"conflicts":\([0-9]*\)}.*/\2 \1/p' | sort -rn | head -n 1 | cut -d ' ' -f 2)
picture list 112 30 ''
picture event 112 34 "$disputed" n N 'n:“68” against .* “86”'
picture facts 112 30 "$disputed" f
