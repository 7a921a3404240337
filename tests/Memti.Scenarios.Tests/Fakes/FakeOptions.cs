using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Scenarios.Tests.Fakes;

public enum FakeLayout
{
    Crosspoint,
    OneTransistor,
}

public sealed class FakeRramOptions
{
    [Parameter("Bits stored in one cell", Minimum = 1, Maximum = 4, Source = "Author et al., Table II", Status = NumberStatus.Published)]
    public int BitsPerCell { get; set; } = 1;

    [Parameter("Width of a set pulse", Unit = "ns", Maximum = 1e6)]
    public SimTime SetPulse { get; set; } = SimTime.FromNanoseconds(10);

    [Parameter("How cells are laid out")]
    public FakeLayout Layout { get; set; }

    [Parameter("Writes that a cell survives", Minimum = 1)]
    public double? Endurance { get; set; }

    [Parameter("Program and verify")]
    public bool Verify { get; set; } = true;

    [Parameter("Name of the cell")]
    public string Cell { get; set; } = "4f2";

    [Parameter("Rate of reads", Unit = "gbs")]
    public Bandwidth ReadRate { get; set; } = Bandwidth.FromGigabytesPerSecond(8);
}

public sealed class FakeSramOptions
{
    [Parameter("Capacity; without it the contents decide", Unit = "kib", Minimum = 1)]
    public DataSize? Capacity { get; set; }

    [Parameter("Rate of reads", Unit = "gbs")]
    public Bandwidth ReadRate { get; set; } = Bandwidth.FromGigabytesPerSecond(12.8);

    [Parameter("Power when off", Unit = "mw")]
    public Power OffPower { get; set; }
}

public sealed class FakeDramOptions
{
    [Parameter("Energy of one bit", Unit = "pj")]
    public Energy EnergyPerBit { get; set; } = Energy.FromPicojoules(0.6);
}

public sealed class FakeStorageOptions
{
    [Parameter("Capacitance", Unit = "uf", Minimum = 1)]
    public double CapacitanceUf { get; set; } = 10;
}

public sealed class FakeSourceOptions
{
    [Parameter("Area", Unit = "cm2", Minimum = 0.1)]
    public double AreaCm2 { get; set; } = 1;
}

public sealed class FakeCoreOptions
{
    [Parameter("Clock", Unit = "mhz", Minimum = 1, Maximum = 4000)]
    public Frequency Clock { get; set; } = Frequency.FromMegahertz(100);
}

public sealed class FakeEngineOptions
{
    [Parameter("Multiply-accumulate units", Minimum = 1, Maximum = 65536)]
    public int Macs { get; set; } = 1024;

    [Parameter("Clock", Unit = "mhz", Minimum = 1, Maximum = 4000)]
    public Frequency Clock { get; set; } = Frequency.FromMegahertz(1000);

    [Parameter("Buffer", Unit = "kib")]
    public DataSize Buffer { get; set; } = DataSize.FromKibibytes(256);
}

public sealed class FakeNetworkOptions
{
    [Parameter("Side of the input in pixels", Unit = "px", Minimum = 8, Maximum = 1024)]
    public int InputPx { get; set; } = 64;

    [Parameter("Seed of the weights")]
    public long WeightSeed { get; set; }
}

public sealed class FakeAlwaysOnOptions;

public sealed class FakeDutyCycleOptions
{
    [Parameter("Keep contents while down")]
    public bool Retain { get; set; }

    [Parameter("Factor on the break-even gap", Minimum = 0)]
    public double Margin { get; set; } = 1;
}
