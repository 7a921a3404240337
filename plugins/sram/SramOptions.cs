using Memti.Abstractions.Arrays;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Sram;

/// <summary>Options of an SRAM.</summary>
public sealed class SramOptions
{
    /// <summary>Capacity; null to fit the contents.</summary>
    [Parameter("Capacity; leave out to fit the contents", Unit = "kib", Minimum = 1, Maximum = 1048576)]
    public DataSize? Capacity { get; set; }

    /// <summary>Largest bank.</summary>
    [Parameter(
        "Largest bank; more data is spread over a power of two of equal banks",
        Unit = "kib",
        Minimum = 1,
        Maximum = 8704,
        PowersOfTwo = true,
        Source = "the bank of the other memories", Status = NumberStatus.Assumed)]
    public DataSize Bank { get; set; } = DataSize.FromBits(ArrayDefaults.BankCells);

    /// <summary>Cell of the array.</summary>
    [Parameter("Cell of the array", Source = "NVSim SRAM.cell: 6T, 146 F2", Status = NumberStatus.Published)]
    public string Cell { get; set; } = "sram-146f2";

    /// <summary>Profile of the array solver.</summary>
    [Parameter(
        "The rules that the array is solved by", Source = "the only ones that know every kind of cell", Status = NumberStatus.Derived)]
    public ArrayProfile Profile { get; set; } = ArrayDefaults.Profile;

    /// <summary>Optimisation target of the array's organisation.</summary>
    [Parameter("What the array's organisation is chosen for", Source = "weights are read at every frame", Status = NumberStatus.Assumed)]
    public ArrayTarget Target { get; set; } = ArrayDefaults.Target;

    /// <summary>Junction temperature.</summary>
    [Parameter("Junction temperature", Unit = "K", Minimum = 300, Maximum = 400,
        Source = "NVSim's default", Status = NumberStatus.Assumed)]
    [FormerKey("temperature_kelvin")]
    public double TemperatureK { get; set; } = ArrayDefaults.TemperatureKelvin;
}
