using Memti.Scenarios;

namespace Memti.Hosting;

/// <summary>Which calibrated numbers a design takes.</summary>
internal static class Calibrated
{
    public static bool Takes(DesignScenario design, CalibrationEntry entry) => Components(design)
        .SelectMany(static component => component.Calibrated)
        .Any(taken => taken.Kind == entry.Kind && taken.Key == entry.Key);

    private static IEnumerable<ComponentSpec> Components(DesignScenario design) =>
        [design.Network, design.Accelerator, design.Firmware, .. design.Memories.Select(static memory => memory.Component)];
}
