namespace Memti.Runs.Traces;

/// <summary>Form of a trace; the ending of its file chooses it.</summary>
public enum TraceFormat
{
    /// <summary>Waves for viewers such as GTKWave: <c>.vcd</c>.</summary>
    Waves,

    /// <summary>A timeline for ui.perfetto.dev: <c>.perfetto-trace</c>.</summary>
    Timeline,

    /// <summary>A table with a line for each frame: <c>.csv</c>.</summary>
    Frames,
}
