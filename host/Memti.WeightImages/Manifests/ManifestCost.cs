using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>What a frame costs, simulated.</summary>
/// <param name="Design">The design that was simulated.</param>
/// <param name="EnergyPerFrameMj">Energy of a frame, in millijoules.</param>
/// <param name="MaxFps">Highest rate, in frames per second.</param>
/// <param name="PowerAtMaxFpsMw">Average power at that rate, in milliwatts.</param>
/// <param name="WeightMemoryAreaMm2">Area of the memories that hold weights, in square millimetres.</param>
/// <param name="ReloadBytesPerFrame">Bytes that are loaded again in a frame.</param>
/// <param name="LifetimeYears">Life of the memory that wears out first, in years; null where none does.</param>
/// <param name="Frames">Frames that were simulated.</param>
public sealed record ManifestCost(
    string Design,
    double EnergyPerFrameMj,
    double MaxFps,
    double PowerAtMaxFpsMw,
    [property: JsonPropertyName("weight_memory_area_mm2")] double WeightMemoryAreaMm2,
    double ReloadBytesPerFrame,
    double? LifetimeYears,
    long Frames);
