#!/usr/bin/env bash
# The "tensors" benchmarks and the same network in PyTorch, in turns: medians over N rounds, and their ratios.
# usage: compare.sh [rounds] [threads]      needs python3-torch (Debian) and, as PYTHON, an interpreter that finds it
set -euo pipefail
cd "$(dirname "$0")/../../.."
rounds=${1:-3} threads=${2:-1} python=${PYTHON:-/usr/bin/python3}

dotnet build -c Release -v quiet tests/Memti.Benchmarks >&2
results=$(mktemp)
trap 'rm -f "$results"' EXIT

for round in $(seq "$rounds"); do
  OMP_NUM_THREADS=$threads "$python" tests/Memti.Benchmarks/peers/resnet26_torch.py "$threads" |
    "$python" -c 'import json, sys; r = json.load(sys.stdin); [print("torch", k, r[k]) for k in ("training", "inference", "convolutions")]' >>"$results"
  dotnet artifacts/bin/Memti.Benchmarks/release/Memti.Benchmarks.dll --quick tensors |
    awk -v t="$threads" '$2 == t && $4 == "train" { print "memti training", $5 } $2 == t && $4 == "infer" { print "memti inference", $5 }
      $2 == "convolutions" { print "memti convolutions", $3 }' >>"$results"
  echo "round $round of $rounds" >&2
done

median() { awk -v e="$1" -v k="$2" '$1 == e && $2 == k { print $3 }' "$results" | sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
for figure in training inference convolutions; do
  [ "$figure" = convolutions ] && [ "$threads" != 1 ] && continue
  awk -v f="$figure" -v m="$(median memti "$figure")" -v p="$(median torch "$figure")" -v t="$threads" \
    'BEGIN { printf "%-12s %d thread(s): Memti %8.1f, PyTorch %8.1f, ratio %.2f\n", f, t, m, p, m / p }'
done
