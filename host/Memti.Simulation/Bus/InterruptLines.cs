namespace Memti.Simulation.Bus;

/// <summary>Lines between devices and whoever waits for them. Levels, with a call at each change.</summary>
public sealed class InterruptLines
{
    private readonly List<Line> _lines = [];

    /// <summary>Lines that there are.</summary>
    public int Count => _lines.Count;

    /// <summary>Adds lines, inactive.</summary>
    /// <returns>The number of the first of them.</returns>
    public int Add(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int first = _lines.Count;
        for (int line = 0; line < count; line++)
            _lines.Add(new Line());
        return first;
    }

    /// <summary>True while the line is raised.</summary>
    public bool IsActive(int line) => _lines[line].Active;

    /// <summary>Raises a line or lets it go.</summary>
    public void Set(int line, bool active)
    {
        if (_lines[line].Active == active)
            return;
        _lines[line].Active = active;
        _lines[line].Changed?.Invoke(active);
    }

    /// <summary>Calls at each change of a line, at its moment, with the new level.</summary>
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
