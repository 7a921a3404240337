namespace Memti.Host.Rendering.Training;

/// <summary>One line on a terminal that is written over; nothing when standard error is no terminal.</summary>
internal sealed class StatusLine(TextWriter writer)
{
    private const int Width = 100;
    private bool _shown;

    public bool IsVisible { get; } = !Console.IsErrorRedirected;

    public void Show(string line)
    {
        if (!IsVisible)
            return;
        writer.Write("\r" + line[..Math.Min(line.Length, Width)].PadRight(Width));
        _shown = true;
    }

    public void Clear()
    {
        if (_shown)
            writer.Write("\r" + new string(' ', Width) + "\r");
        _shown = false;
    }
}
