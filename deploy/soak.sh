#!/usr/bin/env bash
# The fault tests' scenarios in their long form, 35 minutes together unless fewer are given: the worker killed, one of three too, the broker,
# one of its nodes and the database taken away, a full volume, a clock that jumps, ten thousand feeds. Prints a table, which is artifacts/soak.md too. As root, for the full volume.
set -eu
cd "$(dirname "$0")/.."
code=0
DATELINE_SOAK_MINUTES=${1:-35} dotnet test tests/Dateline.Worker.IntegrationTests -c Release --filter FullyQualifiedName~SoakTests --nologo || code=$?
cat artifacts/soak.md
exit $code
