"""What ends a run on a cluster."""

from pipeline.errors import PipelineError


class ClusterError(PipelineError):
    """A cluster that cannot be reached or fails, a library that is missing, articles that got lost."""

    stage = "cluster"


class UsageError(PipelineError):
    """An input or output that cannot be what it is given for."""

    stage = "usage"
