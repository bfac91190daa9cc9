#!/usr/bin/env bash
# Sets up the programs that Cifra is measured against: PyTorch from Debian's packages, with OpenBLAS, and ONNX Runtime from npm.
# Installs only what is missing; nothing here runs a package's own install scripts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

refuse() { echo "setup: $1" >&2; exit 1; }

packages=(python3-torch libopenblas0-openmp) # without OpenBLAS its dense layers run on the reference BLAS, several times slower
missing=()
if ! command -v dpkg-query > /dev/null; then
    refuse "PyTorch is taken from Debian's packages (${packages[*]}), and this system has no dpkg."
fi

for package in "${packages[@]}"; do
    status="$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)"
    [ "$status" = installed ] || missing+=("$package")
done

if [ "${#missing[@]}" -gt 0 ]; then
    root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || refuse "not root, and no sudo: install ${missing[*]} by apt-get."
        root=(sudo)
    fi

    "${root[@]}" apt-get update -q
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

command -v node > /dev/null && command -v npm > /dev/null || refuse "ONNX Runtime needs node 20 or later and npm."
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || refuse "node 20 or later is needed; this is $(node --version)."
if ! cmp -s package-lock.json node_modules/.of-lock; then
    npm ci --ignore-scripts --no-audit --no-fund
    cp package-lock.json node_modules/.of-lock
fi

/usr/bin/python3 -c 'import torch, torch_nets; torch_nets.expect_fast_blas(); print("PyTorch", torch.__version__)'
node -e 'import("onnxruntime-node").then(() => console.log("ONNX Runtime", require("onnxruntime-node/package.json").version))'
