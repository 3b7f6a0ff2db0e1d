#!/usr/bin/env bash
# Looks at the HTML report in headless Chromium. Installs what it needs where it may: Debian's chromium as root, and
# playwright-core from npm. Without a browser it says so and ends with 77.
# usage: run.sh [FOLDER for screenshots]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export SCREENSHOTS=${1:-$(mktemp -d)}
mkdir -p "$SCREENSHOTS"

if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core) >/dev/null || true
fi
if ! command -v chromium >/dev/null || ! command -v npm >/dev/null; then
  echo "There is no chromium, or no npm, and none can be installed here."
  exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp package.json package-lock.json report.test.mjs "$work"
npm ci --prefix "$work" --no-fund --no-audit --silent || { echo "npm cannot install playwright-core here."; exit 77; }

# The one of the sample has lines of code; this one has text that tries to leave its place.
dari=../../src/Dari.Cli/bin/Debug/net10.0/dari.dll
[ -f "$dari" ] || dotnet build ../../src/Dari.Cli -v quiet
dotnet "$dari" spec diff old.yaml new.yaml --format html > "$work/hostile.html"
cp ../../samples/ReviewedClient/report.html "$work/sample.html"
export CHROMIUM=$(command -v chromium)
REPORTS="$work/hostile.html:$work/sample.html" node --test --test-reporter tap "$work/report.test.mjs"
echo "The screenshots are in $SCREENSHOTS."
