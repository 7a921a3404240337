using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace HelloAccelerator;

/// <summary>Options of the array in a scenario.</summary>
public sealed class SystolicOptions
{
    /// <summary>Rows of multipliers; inputs of a kernel lie along them.</summary>
    [Parameter("Rows of multipliers", Minimum = 1, Maximum = 1024, Source = "Chosen for the sample")]
    public int Rows { get; set; } = 16;

    /// <summary>Columns of multipliers; output channels lie along them.</summary>
    [Parameter("Columns of multipliers", Minimum = 1, Maximum = 1024, Source = "Chosen for the sample")]
    public int Columns { get; set; } = 16;

    /// <summary>Clock of the array.</summary>
    [Parameter("Clock", Unit = "mhz", Minimum = 1, Maximum = 5000, Source = "Chosen for the sample")]
    public Frequency Clock { get; set; } = Frequency.FromMegahertz(500);

    /// <summary>Bits of one feature between layers.</summary>
    [Parameter("Bits of a feature", Unit = "bit", Minimum = 1, Maximum = 32, Source = "Chosen for the sample")]
    public int FeatureBits { get; set; } = 8;

    /// <summary>Energy of one multiply-accumulate.</summary>
    [Parameter("Energy of a multiply-accumulate", Unit = "pj", Minimum = 0,
        Source = "Horowitz, ISSCC 2014, 45 nm: 8-bit multiply 0.2 pJ and 32-bit add 0.1 pJ", Status = NumberStatus.Derived)]
    public Energy MultiplyAccumulate { get; set; } = Energy.FromPicojoules(0.3);

    /// <summary>Power while on, without an inference.</summary>
    [Parameter("Power while on and idle", Unit = "mw", Minimum = 0, Source = "Chosen for the sample")]
    public Power Idle { get; set; } = Power.FromMilliwatts(20);

    /// <summary>Time from off to on.</summary>
    [Parameter("Time from off to on", Unit = "us", Minimum = 0, Source = "Chosen for the sample")]
    public SimTime Wake { get; set; } = SimTime.FromMicroseconds(100);
}
