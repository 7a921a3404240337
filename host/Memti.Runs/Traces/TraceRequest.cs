using Memti.Abstractions.Units;

namespace Memti.Runs.Traces;

/// <summary>A part of a run to write to a file, as waves, as a timeline or as a table of frames.</summary>
public sealed record TraceRequest
{
    /// <summary>Length of a window that nobody chose: 1 s.</summary>
    public static readonly SimTime DefaultLength = SimTime.FromSeconds(1);

    private static readonly string[] Endings = [".vcd", ".perfetto-trace", ".csv"];

    /// <summary>The endings of files that can be written.</summary>
    public static IReadOnlyList<string> Formats => Endings;

    /// <summary>The file. Its ending chooses the form: <see cref="Formats"/>.</summary>
    public required string File { get; init; }

    /// <summary>Start of the window, from the start of the run on. Default: 0.</summary>
    public SimTime From { get; init; }

    /// <summary>Length of the window. Default: <see cref="DefaultLength"/>.</summary>
    public SimTime For { get; init; } = DefaultLength;

    /// <summary>The window. What lies beyond 106 days is cut off.</summary>
    internal TraceWindow Window => new(From.Picoseconds, Int128.Min((Int128)From.Picoseconds + For.Picoseconds, long.MaxValue));

    /// <summary>The format of a file name; -1 for one that cannot be written.</summary>
    public static int FormatOf(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.FindIndex(Endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
