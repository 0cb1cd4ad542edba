"""What an author may write between {{ }} in a hand-written page; hands on, decides nothing."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give mkdocs-macros the filters of contracts."""
    # Imported here: mkdocs-macros reports an import error as "could not find module".
    from pathlib import Path

    from macros.terms.formats import FILTERS, filters
    from macros.terms.load import load_facts

    found = env.conf["plugins"]["terms"].made.publishers
    env.publishers = load_facts(Path(env.conf["config_file_path"]).parent, found)

    for name in FILTERS:

        def spoken(value: object, *args: object, _name: str = name, **kwargs: object) -> object:
            return filters(str(env.page.meta["language"]))[_name](value, *args, **kwargs)

        env.filter(spoken, name)


def on_pre_page_macros(env: Any) -> None:
    """Give the page that comes next every publisher's facts of today, in its language, and nothing else.

    mkdocs-macros renders pages, and the title of every page, contracts included, in an open environment: with the
    configuration, the machine's facts and Python's own objects in reach. It gets the sandbox of contracts instead.
    """
    from macros.settings import today
    from macros.terms.expressions import page_environment
    from macros.terms.formats import FILTERS
    from macros.terms.reading import facts_on

    language = str(env.page.meta["language"])
    env._env = page_environment({name: env.filters[name] for name in FILTERS})  # noqa: SLF001  # mkdocs-macros has no option for it
    env.variables.clear()
    env.variables["page"] = env.page
    env.variables["publishers"] = {each.id: facts_on(each.variables, today(), language) for each in env.publishers}
