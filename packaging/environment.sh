# Shared by run and test: a Python, the system libraries of Qt, and .venv with pinned packages.
# Source it from the project's root; it defines functions and does nothing by itself.

#: What Qt loads at run time: soname, then the Debian packages that may bring it (first that exists).
qt_libraries='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libOpenGL.so.0 libopengl0
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xinerama.so.0 libxcb-xinerama0
libxcb-xkb.so.1 libxcb-xkb1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0t64 libglib2.0-0
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
'

say() { printf '%s\n' "$*" >&2; }

# Print the newest Python that the project supports; nothing when there is none.
find_python() {
    local name
    for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3.14 python3; do
        [ -n "$name" ] || continue
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

# Print the Debian packages that are missing, one a line.
missing_packages() {
    local soname first rest name known
    known=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null)
    while read -r soname first rest; do
        [ -n "$soname" ] || continue
        case "$known" in *"$soname "*) continue ;; esac
        name=$first
        if [ -n "$rest" ] && command -v apt-cache >/dev/null 2>&1 &&
            ! apt-cache show "$first" >/dev/null 2>&1; then
            name=$rest
        fi
        printf '%s\n' "$name"
    done <<<"$qt_libraries"
    "$1" -c 'import ensurepip, venv' 2>/dev/null || printf '%s\n' "python3-venv"
}

# Install what is missing as root on a Debian family system, else print the line to run.
need_system_libraries() {
    local python=$1 missing
    if ! command -v ldconfig >/dev/null 2>&1 && [ ! -x /sbin/ldconfig ]; then
        return 0 # not a glibc system: Qt itself will say what it lacks
    fi
    missing=$(missing_packages "$python" | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Installing the system libraries that Qt needs: $missing"
        DEBIAN_FRONTEND=noninteractive apt-get -qq update >/dev/null
        missing=$(missing_packages "$python" | tr '\n' ' ')
        # shellcheck disable=SC2086 # a list of names
        DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends $missing >/dev/null
        return 0
    fi
    say "Some system libraries that Qt needs are missing. Please run this line, then start again:"
    say "    sudo apt-get install $missing"
    return 2
}

# Make .venv when it is missing or older than its recipe.  $1: run or test.
prepare() {
    local purpose=$1 python recipe
    if ! python=$(find_python); then
        say "Counterpoint needs Python 3.11 to 3.14; please install one, then start again:"
        say "    sudo apt-get install python3 python3-venv"
        return 2
    fi
    need_system_libraries "$python" || return 2
    recipe=$(
        "$python" --version
        cat packaging/requirements.txt pyproject.toml
        [ "$purpose" = run ] || cat packaging/requirements-test.txt
    )
    recipe=$(printf '%s' "$recipe" | cksum)
    if [ -x .venv/bin/python ] && [ "$(cat ".venv/recipe-$purpose" 2>/dev/null)" = "$recipe" ]; then
        return 0
    fi
    say "Preparing the program's own Python environment in .venv (once, about a minute) ..."
    if [ "$(.venv/bin/python --version 2>/dev/null)" != "$("$python" --version)" ]; then
        rm -rf .venv
        "$python" -m venv .venv
    fi
    local lists=(-r packaging/requirements.txt)
    [ "$purpose" = run ] || lists+=(-r packaging/requirements-test.txt)
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --compile "${lists[@]}"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
    .venv/bin/python -m compileall -q reader
    printf '%s' "$recipe" >".venv/recipe-$purpose"
}
