namespace Memti.Host.Rendering.Training;

/// <summary>A line of a terminal that is overwritten. Silent when standard error is redirected.</summary>
internal sealed class StatusLine(TextWriter writer)
{
    private const int Width = 100;
    private bool _shown;

    public bool IsVisible { get; } = !Console.IsErrorRedirected;

    public void Show(string line)
    {
        if (!IsVisible)
            return;
        // Padded, so that nothing of a longer line remains.
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
