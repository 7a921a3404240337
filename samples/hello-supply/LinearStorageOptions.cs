using Memti.Abstractions.Parameters;

namespace HelloSupply;

/// <summary>Options of the storage in a scenario.</summary>
public sealed class LinearStorageOptions
{
    /// <summary>Energy of the full storage.</summary>
    [Parameter("Energy of the full storage", Unit = "j", Minimum = 1e-6, Maximum = 1e9, Source = "Chosen for the sample")]
    public double FullJ { get; set; } = 10;

    /// <summary>Voltage of the full storage; an empty one has half of it.</summary>
    [Parameter("Voltage of the full storage", Unit = "v", Minimum = 0.1, Maximum = 100, Source = "Chosen for the sample")]
    public double FullV { get; set; } = 4;
}
