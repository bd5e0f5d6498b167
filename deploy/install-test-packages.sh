#!/bin/sh
# Installs, on Debian, the real servers and the browser the tests use. Does nothing where all are
# there. Needs root only where something is missing.
set -eu

PATH="$PATH:/usr/sbin"  # nginx, for all users
missing=""
need() { # need COMMAND PACKAGE
    command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
need chromium chromium
need redis-server redis-server
need nginx nginx-light
need java default-jre-headless
need runuser util-linux
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
ls /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc >/dev/null 2>&1 \
    || missing="$missing fonts-noto-cjk"

[ -n "$missing" ] || exit 0
echo "==> 安装测试用的系统软件包：$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# The servers of these packages are started by the tests themselves, on free ports.
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing >/dev/null
