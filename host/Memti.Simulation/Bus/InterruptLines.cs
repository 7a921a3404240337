namespace Memti.Simulation.Bus;

/// <summary>Level-sensitive lines between devices and their listeners, with a call at each change.</summary>
public sealed class InterruptLines
{
    private readonly List<Line> _lines = [];

    /// <summary>Number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>Adds inactive lines.</summary>
    /// <returns>Index of the first new line.</returns>
    public int Add(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int first = _lines.Count;
        for (int line = 0; line < count; line++)
            _lines.Add(new Line());
        return first;
    }

    /// <summary>True while a line is raised.</summary>
    public bool IsActive(int line) => _lines[line].Active;

    /// <summary>Raises or lowers a line.</summary>
    public void Set(int line, bool active)
    {
        if (_lines[line].Active == active)
            return;
        _lines[line].Active = active;
        _lines[line].Changed?.Invoke(active);
    }

    /// <summary>Registers a callback for each change of a line. It receives the new level at the moment of the change.</summary>
    public void Listen(int line, Action<bool> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        _lines[line].Changed += changed;
    }

    private sealed class Line
    {
        public bool Active { get; set; }

        public Action<bool>? Changed { get; set; }
    }
}
