using System.Diagnostics;
using System.Globalization;
using Memti.Runs.Sweeps.Running;

namespace Memti.Host.Rendering;

/// <summary>Progress of a sweep: points, rate and time left.</summary>
internal sealed class SweepLine(TextWriter writer) : IProgress<SweepProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly StatusLine _line = new(writer);

    public void Report(SweepProgress value)
    {
        lock (_lock)
        {
            if (_line.IsDue)
                _line.Show(TextOf(value, _watch.Elapsed));
        }
    }

    public void Dispose() => _line.Clear();

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
}
