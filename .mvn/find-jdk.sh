# Sourced by mvnw and quickstart: sets JAVA_HOME to a JDK 25 (JAVA_HOME, PATH, then the usual folders),
# or says in one sentence what to install.
# For every JVM that a script here starts (Maven: jvm.config). Kafka and others change the case of letters by the machine's
# language, and Turkish has other letters. It overrides JAVA_TOOL_OPTIONS and LC_ALL.
JAVA_LOCALE="-Duser.language=en -Duser.country=US -Duser.script= -Duser.variant= -Duser.extensions="

find_jdk_is_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

find_jdk() {
  [ -z "${JAVA_HOME-}" ] || ! find_jdk_is_25 "$JAVA_HOME" || return 0
  find_jdk_javac=$(command -v javac || true)
  if [ -n "$find_jdk_javac" ]; then
    find_jdk_javac=$(readlink -f "$find_jdk_javac" 2>/dev/null || echo "$find_jdk_javac")
    set -- "${find_jdk_javac%/bin/javac}"
  else
    set --
  fi
  set +f
  set -- "$@" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home
  for find_jdk_home in "$@"; do
    if find_jdk_is_25 "$find_jdk_home"; then
      JAVA_HOME=$find_jdk_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "DM Verify needs a JDK 25 and found none: install one (for example Temurin 25) or point JAVA_HOME at it." >&2
  return 1
}
