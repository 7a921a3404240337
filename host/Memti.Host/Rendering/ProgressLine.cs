using System.Globalization;
using Memti.Hosting;

namespace Memti.Host.Rendering;

/// <summary>One line on a terminal that says how far a run is; nothing when standard error is no terminal.</summary>
internal sealed class ProgressLine(TextWriter writer) : IProgress<RunProgress>, IDisposable
{
    private const int Width = 60;
    private readonly Lock _lock = new();
    private readonly bool _visible = !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Report(RunProgress value)
    {
        if (!_visible)
            return;
        lock (_lock)
        {
            if (value.Done <= _shown)
                return;
            _shown = value.Done;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\rsimulating: {value.Done} of {value.Total} runs done").PadRight(Width));
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_visible && _shown >= 0)
            writer.Write("\r" + new string(' ', Width) + "\r");
        _shown = -1;
    }

    public void Dispose() => Clear();
}
