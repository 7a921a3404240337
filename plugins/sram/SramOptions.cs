using Memti.Abstractions;

namespace Memti.Plugins.Sram;

/// <summary>What a scenario says of an SRAM.</summary>
public sealed class SramOptions
{
    /// <summary>Data that the memory holds; null sizes it for its contents.</summary>
    [Parameter("Capacity; leave out to fit the contents", Unit = "kib", Minimum = 1, Maximum = 1048576)]
    public DataSize? Capacity { get; set; }

    /// <summary>Largest bank.</summary>
    [Parameter("Largest bank; more data is spread over a power of two of equal banks", Unit = "kib", Minimum = 1, Maximum = 8704, PowersOfTwo = true,
        Source = "eight banks of 1 MiB give the published 6.55 mm2 of a 6.5 MB store within 0.5 %", Status = NumberStatus.Fitted)]
    public DataSize Bank { get; set; } = DataSize.FromKibibytes(1024);

    /// <summary>Cell of the array.</summary>
    [Parameter("Cell of the array", Source = "NVSim SRAM.cell: 6T, 146 F2", Status = NumberStatus.Published)]
    public string Cell { get; set; } = "sram-146f2";

    /// <summary>The rules that the array is solved by.</summary>
    [Parameter("The rules that the array is solved by", Source = "the profile whose arrays have the published areas", Status = NumberStatus.Fitted)]
    public ArrayProfile Profile { get; set; } = ArrayProfile.Nvsim2012;

    /// <summary>What the organisation is chosen for.</summary>
    [Parameter("What the array's organisation is chosen for", Source = "weights are read at every frame", Status = NumberStatus.Assumed)]
    public ArrayTarget Target { get; set; } = ArrayTarget.ReadLatency;

    /// <summary>Junction temperature.</summary>
    [Parameter("Junction temperature", Unit = "K", Minimum = 300, Maximum = 400,
        Source = "NVSim's default", Status = NumberStatus.Assumed)]
    public double TemperatureKelvin { get; set; } = 350;
}
