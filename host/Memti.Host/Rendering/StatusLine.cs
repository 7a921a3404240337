using System.Diagnostics;

namespace Memti.Host.Rendering;

/// <summary>
/// What goes on at present. One line of a terminal that is written over; a line every half a minute when standard error is redirected, so
/// that a log shows that work goes on.
/// </summary>
internal sealed class StatusLine(TextWriter writer)
{
    private const int MostWidth = 100;
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly TimeSpan _pause = Console.IsErrorRedirected ? InLog : OnTerminal;
    private TimeSpan _shown;
    private int _width;

    /// <summary>True when standard error is a terminal, on which a line can be written over.</summary>
    public bool IsTerminal { get; } = !Console.IsErrorRedirected;

    /// <summary>True when the last line is old enough for another.</summary>
    public bool IsDue => _watch.Elapsed - _shown >= _pause;

    /// <summary>Shows a line in place of the last one, cut to 100 characters on a terminal.</summary>
    public void Show(string line)
    {
        _shown = _watch.Elapsed;
        if (!IsTerminal)
        {
            writer.WriteLine(line);
            return;
        }

        string cut = line[..Math.Min(line.Length, MostWidth)];
        // Padded, so that nothing of a longer line remains.
        writer.Write("\r" + cut.PadRight(_width));
        _width = cut.Length;
    }

    /// <summary>Clears the line of the terminal.</summary>
    public void Clear()
    {
        if (_width > 0)
            writer.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }
}
