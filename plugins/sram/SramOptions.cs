using Memti.Abstractions;

namespace Memti.Plugins.Sram;

/// <summary>What a scenario says of an SRAM.</summary>
public sealed class SramOptions
{
    /// <summary>Data that the memory holds; null sizes it for its contents.</summary>
    [Parameter("Capacity; leave out to fit the contents", Unit = "kib", Minimum = 1, Maximum = 1048576)]
    public DataSize? Capacity { get; set; }

    /// <summary>Largest bank.</summary>
    [Parameter("Largest bank; more data is spread over a power of two of equal banks", Unit = "kib", Minimum = 1, Maximum = 8704,
        Source = "eight banks of 1 MiB give the published 6.55 mm2 of a 6.5 MB store within 0.5 %", Status = NumberStatus.Fitted)]
    public DataSize Bank { get; set; } = DataSize.FromKibibytes(1024);

    /// <summary>Cell of the array.</summary>
    [Parameter("Cell of the array", Source = "NVSim SRAM.cell: 6T, 146 F2", Status = NumberStatus.Published)]
    public string Cell { get; set; } = "sram-146f2";

    /// <summary>What the organisation is chosen for.</summary>
    [Parameter("What the array's organisation is chosen for", Source = "weights are read at every frame", Status = NumberStatus.Assumed)]
    public ArrayTarget Target { get; set; } = ArrayTarget.ReadLatency;

    /// <summary>Junction temperature.</summary>
    [Parameter("Junction temperature", Unit = "K", Minimum = 250, Maximum = 420,
        Source = "NVSim's default", Status = NumberStatus.Assumed)]
    public double TemperatureKelvin { get; set; } = 350;

    /// <summary>Leakage at the retention voltage relative to leakage when on.</summary>
    [Parameter("Leakage at retention voltage / leakage when on", Minimum = 0, Maximum = 1,
        Source = "four- to tenfold reductions are usual for drowsy caches (Flautner et al., ISCA 2002); the poor end", Status = NumberStatus.Assumed)]
    public double RetentionLeakageRatio { get; set; } = 0.25;

    /// <summary>Leakage through the power switch relative to leakage when on.</summary>
    [Parameter("Leakage through the power switch when off / leakage when on", Minimum = 0, Maximum = 1,
        Source = "a footer switch sized for 1 % of the leakage", Status = NumberStatus.Assumed)]
    public double OffLeakageRatio { get; set; } = 0.01;

    /// <summary>Time from off to on.</summary>
    [Parameter("Time from off to on", Unit = "ns", Minimum = 0, Maximum = 1e9,
        Source = "rail ramp through staggered switches", Status = NumberStatus.Assumed)]
    public SimTime Wake { get; set; } = SimTime.FromNanoseconds(1000);

    /// <summary>Time from retention to on.</summary>
    [Parameter("Time from the retention voltage to on", Unit = "ns", Minimum = 0, Maximum = 1e9,
        Source = "a fifth of the off-to-on ramp", Status = NumberStatus.Assumed)]
    public SimTime RetentionExit { get; set; } = SimTime.FromNanoseconds(200);

    /// <summary>Energy to charge the rail of one cell.</summary>
    [Parameter("Energy to charge the rail of one MiB from 0 V", Unit = "nj", Minimum = 0, Maximum = 1e6,
        Source = "8.4 M cells x 0.5 fF x (0.5 V)^2 = 1 nJ", Status = NumberStatus.Assumed)]
    public Energy WakePerMib { get; set; } = Energy.FromNanojoules(1);
}
