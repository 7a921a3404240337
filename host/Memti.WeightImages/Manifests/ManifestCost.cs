using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>Simulated cost of a frame.</summary>
/// <param name="Design">The simulated design.</param>
/// <param name="EnergyPerFrameMj">Energy per frame in millijoules.</param>
/// <param name="MaxFps">Highest frame rate in frames per second.</param>
/// <param name="PowerAtMaxFpsMw">Average power at that rate in milliwatts.</param>
/// <param name="WeightMemoryAreaMm2">Area of the weight memories in square millimetres.</param>
/// <param name="ReloadBytesPerFrame">Reloaded bytes per frame.</param>
/// <param name="LifetimeYears">Lifetime of the memory that wears out first, in years; null when none does.</param>
/// <param name="Frames">Number of simulated frames.</param>
public sealed record ManifestCost(
    string Design,
    double EnergyPerFrameMj,
    double MaxFps,
    double PowerAtMaxFpsMw,
    [property: JsonPropertyName("weight_memory_area_mm2")] double WeightMemoryAreaMm2,
    double ReloadBytesPerFrame,
    double? LifetimeYears,
    long Frames);
