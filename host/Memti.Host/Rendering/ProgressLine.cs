using System.Globalization;
using Memti.Plugins.Conformance;
using Memti.Runs.PowerCuts;
using Memti.Runs.Running;

namespace Memti.Host.Rendering;

/// <summary>Progress of a run or check on one line of a terminal. When standard error is redirected, only what takes long is
/// said.</summary>
internal sealed class ProgressLine(TextWriter writer) : IProgress<RunProgress>, IProgress<ConformanceProgress>, IProgress<CutProgress>,
    IDisposable
{
    private const int Width = 78;
    private readonly Lock _lock = new();
    private readonly bool _visible = !Console.IsErrorRedirected;
    private readonly RunPace _pace = new(TimeProvider.System);
    private string _shown = "";

    public void Report(RunProgress value)
    {
        if (_pace.Notice(value) is { } notice)
            Say(notice);
        if (!_visible)
            return;
        string left = _pace.Of(value) is { } pace ? $", {RunPace.Words(pace.Left)} left" : "";
        string frames = value.Design is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {value.Design}: {value.Frames:#,0} of {value.TotalFrames:#,0} frames{left}");
        Show(string.Create(CultureInfo.InvariantCulture, $"simulating: {value.Done} of {value.Total} runs{frames}"));
    }

    public void Report(ConformanceProgress value)
    {
        if (_visible)
            Show(string.Create(CultureInfo.InvariantCulture, $"checking: {value.Done} of {value.Total} laws; {value.Kind}: {value.Law}"));
    }

    public void Report(CutProgress value)
    {
        if (_visible)
            Show(string.Create(CultureInfo.InvariantCulture, $"cutting power: {value.Design}, {value.Share:0 %}"));
    }

    /// <summary>Writes a line above the progress.</summary>
    public void Say(string line)
    {
        lock (_lock)
        {
            Clear();
            writer.WriteLine(line);
        }
    }

    /// <summary>Clears the line.</summary>
    public void Clear()
    {
        if (_visible && _shown.Length > 0)
            writer.Write("\r" + new string(' ', Width) + "\r");
        _shown = "";
    }

    public void Dispose() => Clear();

    private void Show(string line)
    {
        // Designs run on several threads and report at the same time.
        lock (_lock)
        {
            if (line == _shown)
                return;
            _shown = line;
            writer.Write("\r" + line[..Math.Min(line.Length, Width)].PadRight(Width));
        }
    }
}
