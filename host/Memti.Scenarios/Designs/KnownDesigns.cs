using System.Collections.Concurrent;
using Memti.Documents.Nodes;
using Memti.Scenarios.Calibrations;

namespace Memti.Scenarios.Designs;

/// <summary>
/// What the readings of one scenario under many overrides share: designs that an override leaves what they were, and the calibration.
/// Nothing is kept that had a finding, so that each reading finds its own.
/// </summary>
internal sealed class KnownDesigns
{
    /// <summary>Designs that are kept; beyond that all are forgotten, and read again when they come.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<string, DesignScenario> _designs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Calibration> _calibrations = new(StringComparer.Ordinal);

    /// <summary>A design as it was read before, or as it is read now, with its content and without variants.</summary>
    /// <param name="words">What it is read from.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="read">Reads it.</param>
    public DesignScenario? Read(DesignWords words, FindingList findings, Func<DesignScenario?> read)
    {
        string content = words.Content();
        if (_designs.TryGetValue(content, out DesignScenario? known))
            return known;
        int before = findings.Count;
        if (read() is not { } design)
            return null;
        design = design with { Content = content };
        if (findings.Count > before)
            return design;
        if (_designs.Count >= Most)
            _designs.Clear();
        return _designs.GetOrAdd(content, design);
    }

    /// <summary>A calibration file as it was read before, or as it is read now. A sweep sees the file that it began with.</summary>
    /// <param name="file">The file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="read">Reads it.</param>
    public Calibration? Read(string file, FindingList findings, Func<Calibration?> read)
    {
        if (_calibrations.TryGetValue(file, out Calibration? known))
            return known;
        int before = findings.Count;
        return read() is not { } calibration ? null : findings.Count > before ? calibration : _calibrations.GetOrAdd(file, calibration);
    }
}
