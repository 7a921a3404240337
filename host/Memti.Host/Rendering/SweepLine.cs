using System.Diagnostics;
using System.Globalization;
using Memti.Runs.Sweeps.Running;

namespace Memti.Host.Rendering;

/// <summary>
/// Progress of a sweep: points, rate and time left. One line of a terminal that is written over; a line every half a minute when standard
/// error is redirected, so that a log shows that work goes on.
/// </summary>
internal sealed class SweepLine(TextWriter writer) : IProgress<SweepProgress>, IDisposable
{
    private const int Width = 78;
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next;
    private bool _shown;

    public void Report(SweepProgress value)
    {
        lock (_lock)
        {
            TimeSpan now = _watch.Elapsed;
            if (_next == default)
                _next = _isTerminal ? OnTerminal : InLog;
            if (now < _next)
                return;
            _next = now + (_isTerminal ? OnTerminal : InLog);
            Show(TextOf(value, now));
        }
    }

    public void Dispose()
    {
        if (_shown && _isTerminal)
            writer.Write("\r" + new string(' ', Width) + "\r");
    }

    private static string TextOf(SweepProgress value, TimeSpan elapsed)
    {
        double rate = (value.Done - value.FromStore) / elapsed.TotalSeconds;
        string left = rate > 0 ? $", {Duration((value.Total - value.Done) / rate)} left" : "";
        string failed = value.Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {value.Failed:#,0} failed") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"sweep: {value.Done:#,0} of {value.Total:#,0} points, {rate:0.#}/s{left}{failed}");
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} h"),
    };

    private void Show(string line)
    {
        _shown = true;
        if (_isTerminal)
            writer.Write("\r" + line[..Math.Min(line.Length, Width)].PadRight(Width));
        else
            writer.WriteLine(line);
    }
}
