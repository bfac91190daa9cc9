#!/usr/bin/env bash
# Mutation tests of the types that decide: Stryker changes each of these source files in many small ways and runs the file's own tests on every change.
# Prints a line per file with the share of changes that a test noticed. Needs the .NET SDK; fetches dotnet-stryker. Not part of CI: a file takes minutes.
#   tests/mutation.sh                    all files
#   tests/mutation.sh RejectRule         those whose name contains the text
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Source file below src/, and the test project that tests it.
files="
Cifra/AtomicFile.cs                                  Cifra.Tests
Cifra/Numerics/ClopperPearson.cs                     Cifra.Tests
Cifra/Reading/HeldOutRanking.cs                      Cifra.Tests
Cifra/Reading/SelectiveRiskThreshold.cs              Cifra.Tests
Cifra/Reading/SelectiveRiskThresholds.cs             Cifra.Tests
Cifra/Reading/Lines/RejectRule.cs                    Cifra.Tests
Cifra/Reading/Cheques/FieldReader.cs                 Cifra.Tests
Cifra/Reading/Cheques/ChequePlaces.cs                Cifra.Tests
Cifra/Reading/Forms/BoxMatching.cs                   Cifra.Tests
Cifra/Reading/Forms/FieldInk.cs                      Cifra.Tests
Cifra/Reading/Forms/CellFieldReader.cs               Cifra.Tests
Cifra/Reading/Plates/PlateFinder.cs                  Cifra.Tests
Cifra/Reading/Micr/MicrMatcher.cs                    Cifra.Tests
Cifra.Training/Data/Formats/IdxFile.cs               Cifra.Training.Tests
Cifra.Training/Training/Lines/HeldOutLines.cs        Cifra.Training.Tests
"

work="$PWD/mutation"
rm -rf "$work"
mkdir -p "$work"
if ! "$work/tool/dotnet-stryker" --version >/dev/null 2>&1; then
    dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$work/tool" >/dev/null
fi

status=0
while read -r source tests; do
    [ -n "$source" ] || continue
    name="$(basename "$source" .cs)"
    case "$name" in *"${1:-}"*) ;; *) continue ;; esac
    path="$(find ../src -path "*/$source" -o -path "../src/${source%%/*}/*" -name "$name.cs" | grep -v '/obj/' | head -n 1)"
    project="${source%%/*}"

    # A test project of this file's tests alone, with all helpers: a change is judged in seconds.
    mkdir -p "$work/$name"
    cat > "$work/$name/$tests.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <AssemblyName>$tests</AssemblyName>
    <RootNamespace>Cifra.Tests</RootNamespace>
    <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
    <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
    <RunAnalyzers>false</RunAnalyzers>
    <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
  </PropertyGroup>
  <ItemGroup>
    <ProjectReference Include="../../../src/Cifra/Cifra.csproj" />
    <ProjectReference Include="../../../src/Cifra.Training/Cifra.Training.csproj" />
    <Compile Include="../../Shared/**/*.cs" Exclude="../../Shared/Structure/**" />
    <Compile Include="../../$tests/**/*.cs" Exclude="../../$tests/**/*Tests.cs;../../$tests/obj/**;../../$tests/bin/**" />
    <Compile Include="../../$tests/**/${name}Tests.cs" />
  </ItemGroup>
</Project>
PROJECT

    log="$work/$name/stryker.log"
    if (cd "$work/$name" && "$work/tool/dotnet-stryker" --test-runner mtp --project "$project.csproj" --mutate "**/$(basename "$path")" \
        --reporter cleartext --output "$work/$name/out" --skip-version-check >"$log" 2>&1); then
        score="$(sed -n 's/.*final mutation score is \([0-9.,]*\).*/\1/p' "$log" | tail -n 1)"
        survived="$(grep -c '\[Survived\]' "$log" || true)"
        echo "$source: ${score:-no mutants} % of changes noticed, $survived survived"
    else
        echo "$source: did not run, see $log" >&2
        status=1
    fi
done <<< "$files"
exit "$status"
