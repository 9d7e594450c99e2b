import type { NameGroup } from './name-lists.ts';

/** Python, its installers, and tools that load modules by name. */
export const pythonNames: readonly NameGroup[] = [
  {
    // CPython, Doc/using/cmdline.rst, "Environment variables".
    reason: 'RUNS_IN_PYTHON',
    refused: 'PYTHON* PYDEVD_* DEBUGPY_* PYCHARM_*',
    except: 'PYTHON_VERSION PYTHON_ENV PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE',
  },
  {
    // Modules and files loaded by name: pytest (doc/en/reference), coverage.py, mypy, pylint, matplotlib (MPLBACKEND
    // takes module://), IPython, Jupyter, Django, Flask, Celery, Scrapy, Werkzeug, numba, torch's extensions, NLTK.
    reason: 'RUNS_IN_PYTHON',
    refused: `
      PYTEST_* COVERAGE_* IDLESTARTUP PY_SAX_PARSER DOCUTILSCONFIG HYPOTHESIS_* _PYTHON_* __PYVENV_LAUNCHER__
      MYPYPATH MYPY_* PYLINTRC PYLINTHOME PYLINT_* MPLBACKEND MPLCONFIGDIR MATPLOTLIBRC IPYTHONDIR IPYTHON_*
      JUPYTER_* JUPYTERLAB_* *_SETTINGS_MODULE *_CONFIG_MODULE DJANGO_CONFIGURATION FLASK_APP CELERY_APP
      CELERY_LOADER CELERY_BROKER_READ_URL WERKZEUG_* NUMBA_* TORCH_* TORCHINDUCTOR_* TRITON_* NLTK_DATA PYSPARK_*
      PYGAME_* CFFI_* CYTHON_* PYRIGHT_* RUFF_* NOX_* NOXSESSION TOX_* SETTINGS_MODULE`,
    asked: 'FLASK_* DJANGO_* CELERY_* AIRFLOW_* UVICORN_* GUNICORN_* HYPERCORN_*',
  },
  {
    // pip: docs "Configuration", each option as PIP_<OPTION>; uv: docs/reference/environment.md; Poetry, PDM, Hatch,
    // pipx, Pipenv, Rye, setuptools, conda ("CONDA_<setting>"), virtualenv, virtualenvwrapper, pyenv.
    reason: 'CHOOSES_PYTHON_PACKAGES',
    refused: `
      PIP_* UV_* PIPX_* PIPENV_* POETRY_* PDM_* HATCH_* RYE_* FLIT_* SETUPTOOLS_* DISTUTILS_* DISTUTILS VIRTUAL_ENV
      VIRTUALENV_* VIRTUALENVWRAPPER_* WORKON_HOME PROJECT_HOME PYENV_* CONDA_* CONDARC MAMBA_* MAMBARC MICROMAMBA_*
      PIXI_* PEX_* EASY_INSTALL_* PEP517_* DIST_EXTRA_CONFIG LDSHARED LDCXXSHARED BLDSHARED _PIP_*
      INSTALLER_DOWNLOAD_URL`,
    // Addresses of a private index with its password in them, and its user names.
    except: `
      PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_DISABLE_PIP_VERSION_CHECK PIP_NO_CACHE_DIR UV_INDEX_URL UV_DEFAULT_INDEX
      UV_EXTRA_INDEX_URL UV_INDEX UV_INDEX_*_USERNAME UV_PUBLISH_USERNAME UV_PUBLISH_URL UV_THREADPOOL_SIZE
      POETRY_PYPI_TOKEN_* POETRY_HTTP_BASIC_* FLIT_USERNAME PDM_PUBLISH_USERNAME`,
    asked: 'TWINE_*',
  },
];
