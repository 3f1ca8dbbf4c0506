"""Templates, drawn with values: the one door to Jinja2.

Templates come in as text, by name; content never becomes a template. One that goes wrong is its author's mistake,
so it becomes a `Problem` with file and line, carried by `TemplateFault` up to where the build collects problems.
"""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from traceback import walk_tb
from types import CodeType, FunctionType, MethodType
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Block, Call, Const, Expr, Extends, Name
from jinja2.nodes import Template as Root
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from jobglot.problem import Origin, Problem, error
from jobglot.views import Said

FOLDER = "templates/"
PACKAGED = "packaged/"
"""Before the name of a template: the packaged one, which one of the site's own may stand in for and still extend."""
LONGEST_RANGE = 10_000

# What a template can provoke: Jinja's own errors, and those of Python expressions and of Jinja's filters inside it.
FAULTS = (
    TemplateError,
    ArithmeticError,
    AssertionError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RuntimeError,
    MemoryError,
)
# What it provokes before it is drawn, in Jinja's parser and in Python's.
_UNREADABLE = (SyntaxError, RecursionError, ValueError, MemoryError)


Html = Markup
"""Text that is HTML already, and safe."""
Compiled = tuple[str, CodeType]
"""The source of a template, and its code."""


def safe_html(text: str) -> Html:
    """HTML that has passed the sanitiser, to be shown as it is."""
    return Markup(text)  # noqa: S704


class Missing(LookupError):  # noqa: N818
    """What a function that templates call raises where there is nothing of that name."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


class AbsentError(UndefinedError):
    """Jinja's own, but it knows what was asked for: `name`, of `owner` or, where that is `missing`, of nothing."""

    def __init__(self, message: str, owner: object, name: str) -> None:
        super().__init__(message)
        self.owner, self.name = owner, name


class _Absent(StrictUndefined):
    """Jinja's own, but for what it raises."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        def fault(message: str) -> TemplateRuntimeError:
            return exc(message) if hint or name is None else AbsentError(message, obj, str(name))

        super().__init__(hint, obj, name, fault)  # type: ignore[arg-type]


class TemplateFault(Exception):  # noqa: N818
    """A template that cannot be drawn; `problem` tells where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Renderer:
    """Draws templates given by name. `functions` are what templates may call besides Jinja's own.

    `paths` tells where a template lies when that is not `templates/<name>`, for problems. `code` is that of templates
    that need not be compiled, as `compiled` makes it; it counts where the source is the same.
    """

    def __init__(
        self,
        sources: Mapping[str, str],
        functions: Mapping[str, Callable[..., Any]],
        paths: Mapping[str, str] | None = None,
        code: Mapping[str, Compiled] | None = None,
    ) -> None:
        self._paths = {name: (paths or {}).get(name, FOLDER + name) for name in sources}
        self._files = set(self._paths.values())
        # Whatever is the same under both of its names.
        same = [name for name, source in sources.items() if sources.get(PACKAGED + name) == source]
        self._packaged = {path for name, path in self._paths.items() if name in same or name.startswith(PACKAGED)}
        self._environment = environment(sources, self._paths, code or {})
        self._environment.globals.update(functions)

    def render(self, template: str, page: str, **values: object) -> str:
        """The template drawn with `values`. `page` says which page is being drawn, for problems.

        Raises TemplateFault.
        """
        try:
            return self._environment.get_template(template).render(values)
        except FAULTS as fault:
            raise TemplateFault(self._problem(fault, template, page)) from fault

    def draw(self, template: str, page: str, **values: object) -> Html:
        """The same for a part of a page."""
        return safe_html(self.render(template, page, **values))

    def _problem(self, fault: Exception, template: str, page: str) -> Problem:
        if isinstance(fault, TemplateSyntaxError):
            name = fault.name or template
            return error(
                Origin(fault.filename or self._paths.get(name, FOLDER + name), fault.lineno, min(fault.lineno, 1)),
                "template-syntax",
                f"this is not a template: {str(fault.message).rstrip('.')}",
                _syntax_remedy(fault),
            )
        origin, within = self._place(fault) or (Origin(self._paths.get(template, FOLDER + template)), "")
        if isinstance(fault, TemplateNotFound):
            return error(
                origin,
                "template-missing",
                f"there is no template “{fault.name}”, needed to draw {page}",
                "correct the name, or add the file under templates/",
            )
        what, remedy = str(fault) or type(fault).__name__, "docs/templates.md lists what each template is given"
        if isinstance(fault, RecursionError):
            what, remedy = "the template includes itself without end", "break the circle of includes or macros"
        elif isinstance(fault, Missing):
            remedy = fault.remedy
        elif isinstance(fault, AbsentError):
            what, remedy = self._in_vain(fault, remedy)
        elif type(fault) is KeyError:
            what, remedy = f"no value is given for “{fault.args[0]}”", "give one: _(…) % {'name': value}"
        elif isinstance(fault, MemoryError):
            what, remedy = "this makes more than fits into the memory", "make less"
        return error(origin, "template-error", f"{what}{within}, while drawing {page}", remedy)

    def _in_vain(self, fault: AbsentError, remedy: str) -> tuple[str, str]:
        """What a template asked for in vain, and what there is instead."""
        owner, name = fault.owner, fault.name
        if owner is missing:
            what, names = f"there is no “{name}” here", self._names(fault)
        else:
            names = [each.name for each in fields(owner)] if is_dataclass(owner) else [*getattr(owner, "_fields", ())]
            what = f"{type(owner).__name__} has no “{name}”"
        if owner is missing and name == "_":
            return what, "import the template that says it “with context”"
        near = difflib.get_close_matches(name, names, 1, 0.6)
        if near:
            return what, f"did you mean “{near[0]}”?"
        return what, f"there are {', '.join(sorted(names))}" if names else remedy

    def _names(self, fault: Exception) -> list[str]:
        """The names that the innermost template could say."""
        inner = [frame for frame, _ in walk_tb(fault.__traceback__) if frame.f_code.co_filename in self._files]
        return [name for name in inner[-1].f_locals if name not in DEFAULT_NAMESPACE] if inner else []

    def _place(self, fault: Exception) -> tuple[Origin, str] | None:
        """The innermost line of a template that the fault passed through, if possible of one that the author has.

        Besides, which line of a packaged template it passed through in turn, in words.
        """
        found = [(frame.f_code.co_filename, line) for frame, line in walk_tb(fault.__traceback__)]
        found = [(path, line) for path, line in found if path in self._files]
        if not found:
            return None
        own = [place for place in found if place[0] not in self._packaged]
        path, line = own[-1] if own else found[-1]
        inner, at = found[-1]
        name = inner.removeprefix(FOLDER).removeprefix(PACKAGED)
        return Origin(path, line, 1), f" (line {at} of the packaged {name})" if own and inner in self._packaged else ""


def _syntax_remedy(fault: TemplateSyntaxError) -> str:
    if "tag 'trans'" in str(fault.message):
        return 'write {{ _("…") }} around words to be translated'
    if fault.message == _TOO_DEEP:
        return "put what is inside into a template of its own, and include that"
    return "mend the line; https://jinja.palletsprojects.com/templates/ describes the language"


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a template consists of: its blocks and messages by line, and the other templates it names.

    `parent` is the one it extends; `inner` are blocks within others; `is_open` says that it works out a name.
    """

    parent: str
    blocks: Mapping[str, int]
    inner: frozenset[str]
    uses: frozenset[str]
    is_open: bool
    messages: Mapping[str, int]


@lru_cache(maxsize=256)
def anatomy(source: str) -> Anatomy | None:
    """The parts of a template; None of a text that is none."""
    try:
        return _anatomy(environment({}, {}, {}).parse(source))
    except (TemplateSyntaxError, *_UNREADABLE):
        return None


def _anatomy(tree: Root) -> Anatomy:
    uses = set(find_referenced_templates(tree))
    parents = [each.template.value for each in tree.find_all(Extends) if isinstance(each.template, Const)]
    blocks = {each.name: each.lineno for each in tree.find_all(Block)}
    said = (each for each in tree.find_all(Call) if isinstance(each.node, Name) and each.node.name == "_" and each.args)
    return Anatomy(
        parent=str(parents[0]) if parents else "",
        blocks=blocks,
        inner=frozenset(inner.name for outer in tree.find_all(Block) for inner in outer.find_all(Block)),
        uses=frozenset(filter(None, uses)),
        is_open=None in uses,
        messages={str(each.args[0].value): each.lineno for each in said if isinstance(each.args[0], Const)},
    )


def compiled(sources: Mapping[str, str]) -> dict[str, Compiled]:
    """The code of templates that lie at `templates/<name>`, each with its source, without those that are none."""
    made = environment(sources, {}, {})
    code: dict[str, Compiled] = {}
    for name, source in sources.items():
        with contextlib.suppress(TemplateSyntaxError):
            code[name] = source, made.compile(source, name, FOLDER + name)
    return code


class _Loader(FunctionLoader):
    """Templates by name; those whose code is there are not compiled again."""

    def __init__(
        self,
        load: Callable[[str], tuple[str, str, Callable[[], bool]] | None],
        sources: Mapping[str, str],
        code: Mapping[str, Compiled],
    ) -> None:
        super().__init__(load)
        self._code = {name: made for name, (source, made) in code.items() if sources.get(name) == source}

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own word
    ) -> Template:
        """The template. TemplateNotFound when there is none of that name."""
        if name not in self._code:
            return super().load(environment, name, globals)
        return environment.template_class.from_code(environment, self._code[name], {} if globals is None else globals)


def environment(sources: Mapping[str, str], paths: Mapping[str, str], code: Mapping[str, Compiled]) -> Environment:
    """Jinja2 as we use it: everything escaped, nothing undefined passed over, no file ever read."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (sources[name], paths[name], lambda: True) if name in sources else None

    made = _Environment(
        loader=_Loader(load, sources, code),
        autoescape=True,
        undefined=_Absent,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.globals["range"] = short_range
    made.filters["bdi"] = bdi
    made.filters["span"] = span
    return made


def short_range(*bounds: int) -> range:
    """A `range` that a slip of the pen cannot make endless. ValueError beyond `LONGEST_RANGE`."""
    numbers = range(*bounds)
    if len(numbers) > LONGEST_RANGE:
        raise ValueError(f"a template may count to {LONGEST_RANGE}, not further")
    return numbers


def bdi(said: Said | str) -> Markup:
    """A name, kept apart from the direction of the text around it, in its own language where it has one."""
    return _element("bdi", said if isinstance(said, Said) else Said(said))


def span(said: Said | str) -> Markup:
    """A text; inside a `span` with its language where it has one of its own."""
    known = said if isinstance(said, Said) else Said(said)
    return _element("span", known) if known.lang else Markup(_breakable(known.text))  # noqa: S704 - escaped


@lru_cache(maxsize=4096)
def _element(tag: str, said: Said) -> Html:
    # Names of organizations, places and languages come again on every other page. What is said is always text.
    marked = f' lang="{_escaped(said.lang)}" dir="{_escaped(said.dir)}"' if said.lang else ""
    return Markup(f"<{tag}{marked}>{_breakable(said.text)}</{tag}>")  # noqa: S704


_INNER_SLASH = re.compile(r"(?<=\w{4})/(?=\w{4})")
"""Not that of “H/F” or “24/7”, whose halves are never on two lines."""


def _breakable(text: str) -> str:
    """The text, escaped. A line may end after a slash between words: browsers would sooner break within one."""
    text = _escaped(text)
    return _INNER_SLASH.sub("/<wbr>", text) if "/" in text else text


def shown(value: object) -> str:
    """The value as HTML, as `escape` writes it, in half the time: a page shows hundreds of values."""
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return escape(value)
    return _escaped(value)


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


class _Compiler(CodeGenerator):
    """Jinja's own, but what a template shows goes through `shown`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Scope(Context):
    """Jinja's own, but plain functions, such as `_` and `asset`, are called at once: they want nothing of templates."""

    def call(
        self, function: Callable[..., Any], /, *args: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any
    ) -> Any:
        if type(function) in (FunctionType, MethodType) and not hasattr(function, "jinja_pass_arg"):
            return function(*args, **named)
        return super().call(function, *args, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


_TOO_DEEP = "it is nested too deeply"
_HALF = re.compile("[\ud800-\udfff]")


def _unreadable(fault: Exception) -> str:
    """Why a text that looks like a template cannot be made into one."""
    if isinstance(fault, (RecursionError, MemoryError, IndentationError)) or "nested" in str(fault):
        return _TOO_DEEP
    # Python says names as Jinja passes them on.
    what = fault.msg if isinstance(fault, SyntaxError) else str(fault).partition(":")[0]
    return re.sub(r"\bl_\d+_", "", what)


class _Environment(Environment):
    """Jinja's own with these two; its templates never change, and are looked up by their names alone."""

    code_generator_class = _Compiler
    context_class = _Scope
    shown = staticmethod(shown)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._templates: dict[str | Template, Template] = {}

    def compile(  # type: ignore[override]  # nobody here asks for the code as text
        self, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        """The code of a template. TemplateSyntaxError of whatever neither Jinja nor Python can read."""
        try:
            return super().compile(source, name, filename)
        except _UNREADABLE as fault:
            raise TemplateSyntaxError(_unreadable(fault), 0, name, filename) from fault

    def _parse(self, source: str, name: str | None, filename: str | None) -> Root:
        tree = super()._parse(source, name, filename)
        # Only what is escaped can be half a character: a file that holds one is no UTF-8.
        for each in tree.find_all(Const) if "\\u" in source.lower() else ():
            if isinstance(each.value, str) and _HALF.search(each.value):
                message = "it holds half a character, which no page can show"
                raise TemplateSyntaxError(message, each.lineno, name, filename)
        return tree

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own word
    ) -> Template:
        """The template of that name, its globals in one map: Jinja's chain of them is slow to copy for each page."""
        if name not in self._templates:
            found = super().get_template(name, parent, globals)
            found.globals = dict(found.globals)
            self._templates[name] = found
        return self._templates[name]
