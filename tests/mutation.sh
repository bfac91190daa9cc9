#!/usr/bin/env bash
# Mutation tests of the types that decide: Stryker changes each of these source files in many small ways and runs its tests on every change.
# Prints, for each file, the share of changes that a test noticed, and writes an HTML page with those that none did.
# Needs the .NET SDK; fetches dotnet-stryker. Not part of CI: the first change is tried after some minutes.
#   tests/mutation.sh                          all files
#   tests/mutation.sh RejectRule IdxFile       these
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Project, and its files whose changes are tried; the tests of X.cs are XTests.cs.
files="
Cifra AtomicFile ClopperPearson HeldOutRanking SelectiveRiskThreshold SelectiveRiskThresholds RejectRule LineRecognizer FieldReader ChequePlaces BoxMatching FieldInk
Cifra CellFieldReader PlateFinder MicrMatcher
Cifra.Training IdxFile HeldOutLines
"

export RunAnalyzers=false TreatWarningsAsErrors=false # what Stryker writes is not meant for eyes
work="$PWD/mutation"
mkdir -p "$work"
if ! "$work/tool/dotnet-stryker" --version >/dev/null 2>&1; then
    dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$work/tool" >/dev/null
fi

status=0
for project in Cifra Cifra.Training; do
    folder="$work/$project"
    rm -rf "$folder"
    mkdir -p "$folder"
    mutate=()
    compile=""
    for name in $(sed -n "s/^$project //p" <<< "$files"); do
        if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then
            continue
        fi

        mutate+=(--mutate "**/$name.cs")
        compile+="    <Compile Include=\"../../$project.Tests/**/${name}Tests.cs\" />"$'\n'
    done

    if [ ${#mutate[@]} -eq 0 ]; then
        continue
    fi

    # A test project of these files' tests alone, with all helpers, so that a change is judged in seconds.
    cat > "$folder/$project.Tests.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <RootNamespace>Cifra.Tests</RootNamespace>
    <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
    <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="../../../src/Cifra/Cifra.csproj" />
    <ProjectReference Include="../../../src/Cifra.Training/Cifra.Training.csproj" />
    <Compile Include="../../Shared/**/*.cs" Exclude="../../Shared/Architecture/**" />
    <Compile Include="../../$project.Tests/**/*.cs" Exclude="../../$project.Tests/**/*Tests.cs;../../$project.Tests/obj/**;../../$project.Tests/bin/**" />
$compile  </ItemGroup>
</Project>
PROJECT

    if ! (cd "$folder" && "$work/tool/dotnet-stryker" --test-runner mtp --project "$project.csproj" "${mutate[@]}" \
        --reporter cleartext --reporter html --output "$folder/report" --skip-version-check > "$folder/log.txt" 2>&1); then
        echo "$project: Stryker stopped; see $folder/log.txt" >&2
        status=1
        continue
    fi

    # The table's rows of files: name, score, killed, timed out, survived, not covered, errors.
    grep -E '^[│|].*\.cs ' "$folder/log.txt" | grep -vE 'N/A' || true
    sed -n 's/.*\(final mutation score is .*\)/'"$project"': \1/p' "$folder/log.txt"
done
exit "$status"
