#!/usr/bin/env bash
# Makes the table of docs/accuracy.md: trains each recipe with several seeds, one after another, measures all of them on MNIST's test
# part, and writes the table, the list and the picture of what every seed reads wrong into the document, between its two comments.
#
#   benchmarks/accuracy/run.sh [--recipes quick,standard,best:3,ensemble,...] [--seeds N] [--folder DIR] [--into FILE.md]
#
# A recipe is trained with seeds 1 to N, or to the number behind its colon.
# DIR keeps the networks, RECIPE-seedN.safetensors and ENSEMBLE.safetensors. Run again, it trains only what is missing, and resumes what was interrupted; of a recipe
# that has N networks there it only measures what lies there.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
recipes=quick,standard seeds=5 folder=artifacts/accuracy into="$root/docs/accuracy.md"
while (($# > 0)); do
    case "$1" in
        --recipes) recipes=${2:?--recipes takes names, with commas} ;;
        --seeds) seeds=${2:?--seeds takes a number} ;;
        --folder) folder=${2:?--folder takes a folder} ;;
        --into) into=${2:?--into takes a file} ;;
        *) echo "run.sh: unknown option $1; see the head of the script" >&2; exit 2 ;;
    esac
    shift 2
done
[[ $seeds =~ ^[1-9][0-9]*$ ]] || { echo "run.sh: --seeds takes a whole number of 1 or more; got $seeds" >&2; exit 2; }

# CIFRA may name another way to run the command line; else it is built here.
if [[ -z ${CIFRA:-} ]]; then
    dotnet build -v q -c Release "$root/src/Cifra.Cli" > /dev/null
fi
cifra() { if [[ -n ${CIFRA:-} ]]; then "$CIFRA" "$@"; else dotnet "$root/src/Cifra.Cli/bin/Release/net10.0/Cifra.Cli.dll" "$@"; fi; }

mkdir -p "$folder"
shopt -s nullglob

# Networks of one recipe: those that are there, or trained now. What teaches is trained before what learns from it.
networks() { local there=("$folder/$1"-seed*.safetensors); echo "${#there[@]}"; }
train() {
    local recipe=$1 count=$2 teacher=()
    (($(networks "$recipe") >= count)) && return
    case "$recipe" in
        best) ensemble committee; teacher=(--teacher "$folder/committee.safetensors") ;;
        small) train best 1; teacher=(--teacher "$folder/best-seed1.safetensors") ;;
    esac
    cifra train --recipe "$recipe" --seeds "$count" --out "$folder/$recipe.safetensors" "${teacher[@]}"
}
ensemble() {
    [[ -f "$folder/$1.safetensors" ]] && return
    train standard 3
    case "$1" in
        committee) cifra train --recipe committee --out "$folder/committee.safetensors" ;;
        ensemble)
            ensemble committee
            cifra train --recipe ensemble --out "$folder/ensemble.safetensors" --teacher "$folder/committee.safetensors" ;;
    esac
}

models=()
for recipe in ${recipes//,/ }; do
    count=$seeds
    [[ $recipe == *:* ]] && count=${recipe#*:} recipe=${recipe%%:*}
    case "$recipe" in
        committee | ensemble) ensemble "$recipe"; models+=("$folder/$recipe.safetensors") ;;
        *) train "$recipe" "$count"; models+=("$folder/$recipe"-seed*.safetensors) ;;
    esac
done
cifra model table "${models[@]}" --tta --into "$into" --figures "$(dirname "$into")/images"
