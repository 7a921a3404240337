using Memti.Abstractions.Units;

namespace Memti.Runs.Traces;

/// <summary>A part of a run to write to a file, as waves, as a timeline or as a table of frames.</summary>
public sealed record TraceRequest
{
    /// <summary>Length of a window that nobody chose: 1 s.</summary>
    public static readonly SimTime DefaultLength = SimTime.FromSeconds(1);

    private static readonly (string Ending, TraceFormat Format)[] Known =
        [(".vcd", TraceFormat.Waves), (".perfetto-trace", TraceFormat.Timeline), (".csv", TraceFormat.Frames)];

    /// <summary>The endings of files that can be written.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. Known.Select(static known => known.Ending)];

    /// <summary>The file. Its ending chooses the form: <see cref="Endings"/>.</summary>
    public required string File { get; init; }

    /// <summary>Start of the window, from the start of the run on. Default: 0.</summary>
    public SimTime From { get; init; }

    /// <summary>Length of the window. Default: <see cref="DefaultLength"/>.</summary>
    public SimTime For { get; init; } = DefaultLength;

    /// <summary>The window. What lies beyond 106 days is cut off.</summary>
    internal TraceWindow Window => new(From.Picoseconds, Int128.Min((Int128)From.Picoseconds + For.Picoseconds, long.MaxValue));

    /// <summary>The form that the ending of a file chooses; null for an ending that stands for none.</summary>
    public static TraceFormat? FormatOf(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach ((string ending, TraceFormat format) in Known)
        {
            if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return format;
        }

        return null;
    }
}
