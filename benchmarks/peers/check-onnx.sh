#!/usr/bin/env bash
# Exports a network as ONNX, once with its norms folded and once with them kept, runs both in ONNX Runtime over MNIST's 10,000 test pictures, and prints
# by how much the probabilities differ from Cifra's. Exits with 1 where one differs by more than 1e-4. Needs setup.sh.
#
#   benchmarks/peers/check-onnx.sh [MODEL]
#
# Without MODEL, the network that ships inside. MNIST is looked for as 'cifra data get' does: CIFRA_DATA names its folder.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
[ -d "$here/node_modules/onnxruntime-node" ] || { echo "check-onnx: ONNX Runtime is missing; run benchmarks/peers/setup.sh." >&2; exit 1; }
dotnet build -v q -c Release "$root/src/Cifra.Cli" > /dev/null
cifra() { dotnet "$root/src/Cifra.Cli/bin/Release/net10.0/Cifra.Cli.dll" "$@"; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
images="$(cifra data get | sed -n 's/^t10k-images.*: verified (\(.*\))$/\1/p')"
[ -n "$images" ] || { echo "check-onnx: no verified test pictures of MNIST; 'cifra data get' says why." >&2; exit 1; }
cifra predict "$@" --data mnist --probabilities --out "$work/cifra.csv"
cifra model export "$@" --onnx "$work/folded.onnx"
cifra model export "$@" --onnx "$work/kept.onnx" --keep-norms

status=0
for norms in folded kept; do
    echo -n "norms $norms: "
    node "$here/onnx_check.mjs" "$work/$norms.onnx" "$images" "$work/cifra.csv" || status=1
done

exit "$status"
