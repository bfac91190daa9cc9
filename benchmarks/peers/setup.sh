#!/usr/bin/env bash
# Installs PyTorch, which Cifra is measured against, from Debian's packages, and OpenBLAS with it. Installs only what is missing.
# ONNX Runtime, the other peer, is a NuGet package of benchmarks/Cifra.Benchmarks and needs no setup.
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

/usr/bin/python3 -c 'import torch, torch_nets; torch_nets.expect_fast_blas(); print("PyTorch", torch.__version__)'
