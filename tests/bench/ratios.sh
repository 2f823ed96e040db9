# Shared by run.sh and index.sh: figures of several turns, blanks between them.
number() { [[ ${1:-} =~ ^[0-9.\ ]+$ ]]; }
median() { tr ' ' '\n' <<<"$1" | grep . | sort -n | awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }
# The ratios of each turn, their median.
divided() {
  if number "${1:-}" && number "${2:-}"; then
    printf '%.2f' "$(median "$(awk -v a="$1" -v b="$2" 'BEGIN { split(a, x); n = split(b, y); for (i = 1; i <= n; ++i) if (y[i] > 0) print x[i] / y[i] }')")"
  else
    echo "–"
  fi
}
