"""The three plots as matplotlib figures."""

import datetime
import math
from collections import Counter
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Curve
from matplotlib.ticker import FuncFormatter, MaxNLocator

from pipeline.plots.lettering import lettered
from pipeline.plots.series import Event, Network, Series

# Okabe and Ito's colours, which people with any colour vision can tell apart.
_KINDS = {
    "mou": "#0072b2",
    "agreement": "#009e73",
    "contract": "#d55e00",
    "protocol": "#cc79a7",
    "declaration": "#e69f00",
    "letter_of_intent": "#56b4e9",
    "programme": "#555555",
}
_PARTIES = {"country": "#0072b2", "organization": "#d55e00", "person": "#555555"}
_ROWS = 40  # agreements that get a row each; more are counted by month
_MONTHLY_YEARS = 6
_LEAST_DAYS = 60  # of a time axis: less would be divided into hours
_FAINT = "#d0d0d0"


def figures_over_time(series: Sequence[Series]) -> Figure:
    """A panel for each measure: its figures against the days that they hold for."""
    figure = Figure(figsize=(11, 2.6 * max(1, math.ceil(len(series) / 2)) + 0.6), layout="constrained")
    figure.suptitle("Figures by measure over time")
    if not series:
        return _without(figure, "No measure has figures for two days or more.")
    grid = figure.subplots(math.ceil(len(series) / 2), 2, squeeze=False)
    panels = [panel for row in grid for panel in row]
    for panel, one in zip(panels, series, strict=False):
        days = [datetime.date.fromisoformat(point.date) for point in one.points]
        panel.plot(days, [point.value for point in one.points], "o", color=_KINDS["mou"], alpha=0.8)
        panel.set_title(lettered(f"{one.measure}", 44), fontsize=10)
        panel.set_ylabel(lettered(one.unit or "?", 24), fontsize=9)
        panel.set_ylim(bottom=min(0, *(point.value for point in one.points)))
        panel.yaxis.set_major_formatter(FuncFormatter(_short))
        _time_axis(panel)
    for panel in panels[len(series) :]:
        panel.set_axis_off()
    return figure


def network_of_parties(network: Network) -> Figure:
    """Parties around a circle, those with most agreements first; the thicker a line, the more the two agreed."""
    figure = Figure(figsize=(10, 10), layout="constrained")
    figure.suptitle("Parties by agreements")
    if not network.edges:
        return _without(figure, "No agreement names two parties.")
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set(xlim=(-1.9, 1.9), ylim=(-1.9, 1.9))
    turns = [math.pi / 2 - 2 * math.pi * nth / len(network.nodes) for nth in range(len(network.nodes))]
    places = [(math.cos(turn), math.sin(turn)) for turn in turns]
    for a, b, weight in network.edges:
        curve = Curve([places[a], (0, 0), places[b]], [Curve.MOVETO, Curve.CURVE3, Curve.CURVE3])
        axes.add_patch(PathPatch(curve, fill=False, edgecolor="#808080", alpha=0.5, linewidth=1 + math.log2(weight)))
    for node, turn, (x, y) in zip(network.nodes, turns, places, strict=True):
        axes.plot(x, y, "o", color=_PARTIES[node.kind], markersize=4 + min(12.0, 2 * math.sqrt(node.agreements)))
        degrees = math.degrees(turn) % 360
        left = 90 < degrees < 270
        axes.text(
            1.08 * x, 1.08 * y, lettered(node.name, 40), rotation=degrees - 180 if left else degrees,
            rotation_mode="anchor", ha="right" if left else "left", va="center", fontsize=9,
        )  # fmt: skip
    _legend(axes, _PARTIES, {node.kind for node in network.nodes})
    return figure


def timeline(events: Sequence[Event]) -> Figure:
    """A row for each agreement, or the number of agreements of each month where they are many."""
    many = len(events) > _ROWS
    figure = Figure(figsize=(11, 5 if many else 0.26 * len(events) + 2.4), layout="constrained")
    figure.suptitle("Agreements over time")
    if not events:
        return _without(figure, "No agreement names the day of signing.")
    axes = figure.subplots()
    (_counted if many else _rows)(axes, events)
    _time_axis(axes)
    _legend(axes, _KINDS, {event.kind for event in events})
    return figure


def _rows(axes: Axes, events: Sequence[Event]) -> None:
    for row, event in enumerate(events):
        days = [datetime.date.fromisoformat(event.start), datetime.date.fromisoformat(event.end)]
        axes.plot(days, [row, row], "-o", color=_KINDS[event.kind], linewidth=5, markersize=6)
    names = [lettered(" – ".join(event.parties) or event.kind.replace("_", " "), 64) for event in events]
    axes.set_yticks(range(len(events)), names, fontsize=9)
    axes.yaxis.tick_right()
    axes.invert_yaxis()
    axes.grid(axis="y", color=_FAINT, linewidth=0.5)


def _counted(axes: Axes, events: Sequence[Event]) -> None:
    """Bars of the agreements of each month, or of each year where they lie further apart than one can see months."""
    years = int(events[-1].start[:4]) - int(events[0].start[:4])
    length, middle, width = (7, "-15", 24) if years < _MONTHLY_YEARS else (4, "-07-01", 290)
    counts = Counter((event.start[:length], event.kind) for event in events)
    bins = sorted({start for start, _ in counts})
    days = [datetime.date.fromisoformat(start + middle) for start in bins]
    floor = [0] * len(bins)
    for kind, colour in _KINDS.items():
        heights = [counts[start, kind] for start in bins]
        axes.bar(days, heights, width=width, bottom=floor, color=colour)
        floor = [low + height for low, height in zip(floor, heights, strict=True)]
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylabel(f"agreements in a {'month' if length == 7 else 'year'}")


def _short(value: float, _: int) -> str:
    """ "1.5 B": thousands, millions, billions, trillions."""
    for size, name in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")):
        if abs(value) >= size:
            return f"{value / size:g}\N{NO-BREAK SPACE}{name}"
    return f"{value:g}"


def _time_axis(axes: Axes) -> None:
    low, high = axes.get_xlim()  # days
    room = max(0.0, (_LEAST_DAYS - (high - low)) / 2)
    axes.set_xlim(low - room, high + room)
    locator = AutoDateLocator(minticks=3)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    axes.grid(axis="x", color=_FAINT, linewidth=0.5)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=9)


def _legend(axes: Axes, colours: dict[str, str], used: set[str]) -> None:
    handles = [
        Line2D([], [], marker="o", linestyle="", color=colour, label=name.replace("_", " "))
        for name, colour in colours.items()
        if name in used
    ]
    axes.figure.legend(handles=handles, loc="outside lower center", ncols=4, fontsize=9, frameon=False)


def _without(figure: Figure, reason: str) -> Figure:
    figure.text(0.5, 0.45, reason, ha="center", color="#555555")
    return figure
