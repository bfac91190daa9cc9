#!/usr/bin/env bash
# Trains a recipe with several seeds, measures each on MNIST's test images, and prints the row of docs/accuracy.md:
# mean and deviation of the last epoch's accuracy, and the mean time of a training.
#
#   benchmarks/accuracy/run.sh quick 5 [FOLDER]
#
# FOLDER keeps the networks; run again, it trains only what is missing, and resumes what was interrupted.
set -euo pipefail
recipe=${1:?recipe} seeds=${2:?number of seeds} folder=${3:-artifacts/accuracy}
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
dotnet build -v q -c Release "$root/src/Cifra.Cli" > /dev/null
cifra() { dotnet "$root/src/Cifra.Cli/bin/Release/net10.0/Cifra.Cli.dll" "$@"; }
field() { grep -o "\"$1\":[0-9.eE+-]*" | head -n 1 | cut -d: -f2; }

mkdir -p "$folder"
cd "$folder"
for seed in $(seq "$seeds"); do
    trained="$(cifra train --recipe "$recipe" --seed "$seed" --out "$recipe-$seed.safetensors" --json)"
    measured="$(cifra evaluate "$recipe-$seed.safetensors" --json)"
    echo "$seed $(field accuracy <<< "$measured") $(field loss <<< "$measured") $(field ece <<< "$measured") $(field validationAccuracy <<< "$trained") $(field seconds <<< "$trained")"
done | tee "$recipe.txt" | awk -v recipe="$recipe" '
    { printf "seed %d  test %.2f %%  loss %.4f  ece %.4f  validation %.2f %%  %.0f s\n", $1, 100 * $2, $3, $4, 100 * $5, $6
      n++; sum += $2; squares += $2 * $2; seconds += $6 }
    END { mean = sum / n; deviation = n > 1 ? sqrt((squares - n * mean * mean) / (n - 1)) : 0
          printf "| %s | %d | %.3f ± %.3f %% | %.0f s |\n", recipe, n, 100 * mean, 100 * deviation, seconds / n }'
