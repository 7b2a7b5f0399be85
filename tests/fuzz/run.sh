#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Sends changed requests through the door of a library built with AddressSanitizer and UndefinedBehaviorSanitizer.
# Called: tests/fuzz/run.sh [COUNT [SEED]]      (COUNT 1000000 when it is not given)
set -eu
cd "$(dirname "$0")/../.."
cmake -S . -B build-sanitize-all -G Ninja -DMVOI_SANITIZE=ALL -DCMAKE_BUILD_TYPE=Debug -DCMAKE_UNITY_BUILD=ON \
    -DCMAKE_C_FLAGS_DEBUG='-O1 -g1' -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1' > /dev/null
cmake --build build-sanitize-all --target fuzz_call --parallel "$(nproc)"
exec build-sanitize-all/tests/fuzz_call tests/fuzz/corpus.txt "${1:-1000000}" "${2:-$(date +%s)}"
