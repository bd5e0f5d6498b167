# The commands people rely on. Each can be run from a fresh clone, and again.
PORT ?= 8000
PYTHON ?= $(or $(shell command -v python3.11),python3)
VENV := .venv
PY := $(VENV)/bin/python
WITH_SERVERS := $(PY) -m tests.services

# Unset means development; production sets DEBUG=0 and SECRET_KEY (docs: portal/settings.py).
export PYTHONDONTWRITEBYTECODE = 1

.PHONY: help run test lint lock clean

help: ## 列出可用的命令
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/'

run: $(VENV)/run.stamp ## 安装、建库、载入示例内容，并在 http://localhost:8000 打开网站（PORT= 可改）
	@PORT=$(PORT) $(PY) manage.py prepare_site
	@exec env PORT=$(PORT) $(PY) -m gunicorn --config deploy/gunicorn.conf.py portal.wsgi

test: $(VENV)/test.stamp system-packages lint ## 全部测试：SQLite 与 PostgreSQL，真实的 Redis 与 Chromium
	@echo "==> 测试（SQLite）"
	@$(WITH_SERVERS) $(PY) -m pytest -n 2 --dist loadfile
	@echo "==> 测试（PostgreSQL）"
	@$(WITH_SERVERS) --engine postgresql $(PY) -m pytest -n 2 --dist loadfile

lint: $(VENV)/test.stamp ## 代码与模板的格式检查，迁移是否齐全
	@echo "==> 检查代码、模板与迁移"
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/djlint --lint --quiet templates
	@$(PY) manage.py makemigrations --check --dry-run
	@$(PY) manage.py check

lock: ## 重新锁定依赖（需要 uv），不写入任何软件源地址
	uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -o requirements.lock
	uv pip compile pyproject.toml --extra test --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -o requirements-test.lock

clean: ## 删去虚拟环境（数据在 var/，不动）
	rm -rf $(VENV)

.PHONY: system-packages
system-packages:
	@sh deploy/install-test-packages.sh

$(VENV)/bin/python:
	@echo "==> 建立 Python 环境"
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); $(MAKE) --no-print-directory python-venv; $(PYTHON) -m venv $(VENV); }

# Debian keeps venv in a package of its own.
.PHONY: python-venv
python-venv:
	@echo "==> 安装系统软件包 python3-venv"
	@apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv >/dev/null

$(VENV)/run.stamp: requirements.lock | $(VENV)/bin/python
	@echo "==> 安装运行所需的软件包"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/run.stamp
	@echo "==> 安装测试所需的软件包"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@
