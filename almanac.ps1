# Almanac on Windows: finds a Python 3.11 or newer and hands everything to scripts/almanac.py.
#   .\almanac.ps1 run        .\almanac.ps1 test        .\almanac.ps1 --help
$ErrorActionPreference = "Stop"
$program = Join-Path $PSScriptRoot "scripts\almanac.py"
$probe = "import sys; sys.exit(sys.version_info < (3, 11))"

$candidates = @(
    @("py", "-3.13"), @("py", "-3.12"), @("py", "-3.11"), @("py", "-3"), @("python"), @("python3")
)
foreach ($candidate in $candidates) {
    $name = $candidate[0]
    $options = @($candidate | Select-Object -Skip 1)
    if (-not (Get-Command $name -ErrorAction SilentlyContinue)) { continue }
    try { & $name @options -c $probe 2>$null } catch { continue }
    if ($LASTEXITCODE -ne 0) { continue }
    $ErrorActionPreference = "Continue"
    & $name @options $program @args
    exit $LASTEXITCODE
}
Write-Host "Almanac needs Python 3.11 or newer. Install it from python.org, then run this again." -ForegroundColor Red
exit 1
