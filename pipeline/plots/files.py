"""The plots as PNG and SVG files, the same bytes for the same records."""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.record import Record
from pipeline.errors import OutputError
from pipeline.plots.series import agreement_timeline, figure_series, party_network

_SETTINGS = {
    "font.family": ["DejaVu Sans"],  # comes with matplotlib and has the joined forms of Arabic letters
    "svg.hashsalt": "mithaq",  # ids of SVG elements that do not change from run to run
    "svg.fonttype": "path",  # shaped labels look the same where the font is missing
    "figure.dpi": 120,
}


def write_plots(records: Sequence[Record], folder: Path) -> Iterator[Path]:
    """Write figures.png, network.svg and so on into `folder`, yielding each path. Raises OutputError where that fails."""
    if not records:
        raise OutputError("there are no records to plot")
    try:
        import matplotlib as mpl

        from pipeline.plots import draw
    except ModuleNotFoundError as error:
        raise OutputError(f"plots need {error.name}: pip install 'mithaq[plot]'") from error
    # Letters of other scripts are drawn as boxes; a line on the terminal for each of them helps no one.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with mpl.rc_context(_SETTINGS):
            plots = {
                "figures": draw.figures_over_time(figure_series(records)),
                "network": draw.network_of_parties(party_network(records)),
                "timeline": draw.timeline(agreement_timeline(records)),
            }
            for name, figure in plots.items():
                for kind, metadata in (("png", {"Software": None}), ("svg", {"Date": None, "Creator": None})):
                    path = folder / f"{name}.{kind}"
                    figure.savefig(path, metadata=metadata)
                    yield path
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}") from error
