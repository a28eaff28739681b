#!/usr/bin/env bash
# Measures parallax against peers that people use now, over the same invented
# reports, on this machine, in one run. Debian: apt install newsboat notmuch tmux
#
#   bash cmd/invent/peers.sh [ARTICLES]
#
# newsboat opens a cache of all items; a screen is usable once the list stands on
# it. notmuch indexes the reports as mail, without dates, languages or events.
set -euo pipefail
cd "$(dirname "$0")/../.."
articles=${1:-100000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

go build -o "$work/parallax" ./cmd/parallax
go build -o "$work/invent" ./cmd/invent
"$work/invent" -articles "$articles" > "$work/corpus.jsonl"
"$work/invent" -articles "$articles" -as rss > "$work/feed.xml"
"$work/invent" -articles "$articles" -as mail -to "$work/mail"

now() { date +%s%N; }
ms() { echo $((($2 - $1) / 1000000)); }
mb() { du -sm "$@" | awk '{s += $1} END {print s}'; }

# opening WORDS COMMAND: milliseconds until the words stand on a terminal, and the
# resident memory then, in MB.
opening() {
  local words=$1 from to pid screen="parallax-peers-$RANDOM"
  shift
  from=$(now)
  tmux -L "$screen" -f /dev/null new-session -d -s peers -x 120 -y 40 "$@"
  until tmux -L "$screen" capture-pane -p -t peers | grep -q "$words"; do sleep 0.01; done
  to=$(now)
  pid=$(tmux -L "$screen" display-message -p -t peers '#{pane_pid}')
  echo "$(ms "$from" "$to") $(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")"
  tmux -L "$screen" kill-server
}

echo "$articles reports, $(mb "$work/corpus.jsonl") MB"
from=$(now)
"$work/parallax" add --library "$work/library.db" "$work/corpus.jsonl" > /dev/null 2>&1
ours_in=$(ms "$from" "$(now)")
"$work/parallax" events --library "$work/library.db" --count 1 > /dev/null 2>&1 # groups what is new
ours_grouped=$(ms "$from" "$(now)")
ours_disk=$(mb "$work/library.db")

mkdir "$work/notmuch"
printf '[database]\npath=%s\n[user]\nname=a\nprimary_email=reader@invented.example\n[new]\ntags=new\n' "$work/mail" > "$work/notmuch/config"
mail_disk=$(mb "$work/mail")
from=$(now)
NOTMUCH_CONFIG="$work/notmuch/config" notmuch new --quiet
theirs_in=$(ms "$from" "$(now)")
theirs_disk=$(mb "$work/mail/.notmuch")

mkdir "$work/newsboat"
echo "file://$work/feed.xml" > "$work/newsboat/urls"
echo "max-items 0" > "$work/newsboat/config"
boat=(newsboat -q -u "$work/newsboat/urls" -c "$work/newsboat/cache.db" -C "$work/newsboat/config")
"${boat[@]}" -x reload
read -r theirs_open theirs_mb < <(opening "Invented" "${boat[@]}")
read -r ours_open ours_mb < <(opening "articles" env XDG_STATE_HOME="$work" "$work/parallax" --library "$work/library.db")

ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "1/%.1f", b / (a > 0 ? a : 1)}'; }
cat <<REPORT
| | parallax | peer | ratio |
|---|---:|---:|---:|
| to a usable screen, newsboat | $ours_open ms | $theirs_open ms | $(ratio "$ours_open" "$theirs_open") |
| resident then | $ours_mb MB | $theirs_mb MB | $(ratio "$ours_mb" "$theirs_mb") |
| reading all in, notmuch | $ours_in ms | $theirs_in ms | $(ratio "$ours_in" "$theirs_in") |
| the same with events | $ours_grouped ms | $theirs_in ms | $(ratio "$ours_grouped" "$theirs_in") |
| on disk, besides the texts ($mail_disk MB as mail) | $ours_disk MB | $theirs_disk MB | $(ratio "$ours_disk" "$theirs_disk") |
REPORT
