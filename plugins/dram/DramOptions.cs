using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Dram;

/// <summary>Options of an off-chip DRAM: the devices, their interface and the controller that drives it.</summary>
public sealed class DramOptions
{
    /// <summary>Interface standard.</summary>
    [Parameter("Interface standard", Source = "Donato et al., IEEE Micro 2019", Status = NumberStatus.Published)]
    public DramStandard Standard { get; set; } = DramStandard.Lpddr4;

    /// <summary>Transfers per second on each pin, in MT/s.</summary>
    [Parameter("Data rate per pin", Unit = "MT/s", Minimum = 20, Maximum = 4266,
        Grades = new double[] { 533, 1066, 1600, 2133, 2666, 3200, 3733, 4266 },
        Source = "the speed grade that most data sheets list; JESD209-4 goes to 4266", Status = NumberStatus.Published)]
    public int DataRateMts { get; set; } = 3200;

    /// <summary>Data pins.</summary>
    [Parameter("Data pins", Unit = "bit", Minimum = 8, Maximum = 256, PowersOfTwo = true,
        Source = "one die of two 16-bit channels (JESD209-4)", Status = NumberStatus.Published)]
    public int BusBits { get; set; } = 32;

    /// <summary>Sustained rate relative to the peak rate.</summary>
    [Parameter("Sustained rate / peak rate", Minimum = 0.01, Maximum = 1,
        Source = "weights stream in order, row misses and refresh hidden behind other banks: an upper bound",
        Status = NumberStatus.Assumed)]
    public double Efficiency { get; set; } = 1;

    /// <summary>Capacity of all dies together.</summary>
    [Parameter("Capacity",
        Unit = "kib", Minimum = 1, Maximum = 67108864, PowersOfTwo = true, Source = "4 Gb, one small die", Status = NumberStatus.Assumed)]
    public DataSize Capacity { get; set; } = DataSize.FromKibibytes(524288);

    /// <summary>Density of one die in Gb.</summary>
    [Parameter("Density of one die; the capacity takes as many as it needs, and a bus of more than 32 pins one for every 32",
        Unit = "Gb", Minimum = 1, Maximum = 32,
        Source = "the smallest that most makers list; JESD209-4 has 2 to 32 Gb for two channels", Status = NumberStatus.Published)]
    public int DieGbit { get; set; } = 4;

    /// <summary>Background power of interface, controller and the dies that answer, at 3200 MT/s and 32 pins.</summary>
    [Parameter("Background power of interface, controller and the dies that drive the bus, at 3200 MT/s and 32 pins; scales with both",
        Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "IDD3N of one die, 37.9 mW (" + DramCurrents.Source
            + "), and 20 mW for interface and controller, for which nothing public was found", Status = NumberStatus.Assumed)]
    public Power Background { get; set; } = Power.FromMilliwatts(58);

    /// <summary>Standby power of each further die while it waits for its turn.</summary>
    [Parameter("Standby power of each further die", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "IDD2N (" + DramCurrents.Source + "); with the clock stopped it would be 29.7 mW", Status = NumberStatus.Derived)]
    public Power DieStandby { get; set; } = Power.FromMilliwatts(34.1);

    /// <summary>Refresh power of 4 Gb while on.</summary>
    [Parameter("Refresh power of 4 Gb while on; grows with the number and the density of the dies", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "IDD5 (average) less IDD2N of a 6 Gb die, 4.2 mW (" + DramCurrents.Source + "), times 4/6", Status = NumberStatus.Derived)]
    public Power Refresh { get; set; } = Power.FromMilliwatts(2.8);

    /// <summary>Energy of moving one bit, on top of the background.</summary>
    [Parameter("Energy of moving one bit, on top of the background", Unit = "pj", Minimum = 0, Maximum = 1e5,
        Source = "IDD4R and IDD4RQ less IDD3N at 12.8e9 byte/s, 4.24 pJ, and a row of 2 KiB activated for its own data, 0.07 pJ ("
            + DramCurrents.Source + ")",
        Status = NumberStatus.Derived)]
    public Energy EnergyPerBit { get; set; } = Energy.FromPicojoules(4.3);

    /// <summary>True to enter power-down whenever nothing is transferred.</summary>
    [Parameter(
        "Enter power-down when nothing is transferred; the background then counts only while data moves, and dies wait in power-down",
        Source = "a controller that keeps its dies in standby has the shorter latency", Status = NumberStatus.Assumed)]
    public bool IdlePowerDown { get; set; }

    /// <summary>Power of a die in the power-down state.</summary>
    [Parameter("Power of each die in power-down", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "IDD2P (" + DramCurrents.Source + ")", Status = NumberStatus.Derived)]
    public Power PowerDown { get; set; } = Power.FromMilliwatts(6.3);

    /// <summary>Power of a die in self-refresh, without the refresh.</summary>
    [Parameter("Power of each die in self-refresh, without the refresh", Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "IDD6 of a 6 Gb die, 1.2 mW (" + DramCurrents.Source
            + "); 64 % of it do not depend on how much is refreshed (partial-array currents of Micron MT46H32M32 at 45 C)",
        Status = NumberStatus.Derived)]
    public Power SelfRefresh { get; set; } = Power.FromMilliwatts(0.77);

    /// <summary>Power of the refresh of 4 Gb in self-refresh.</summary>
    [Parameter("Refresh power of 4 Gb in self-refresh; grows with the number and the density of the dies",
        Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = "the other 36 % of 1.2 mW, times 4/6; no public current depends on the density alone", Status = NumberStatus.Derived)]
    public Power SelfRefreshRefresh { get; set; } = Power.FromMilliwatts(0.29);

    /// <summary>Time from self-refresh to the first access.</summary>
    [Parameter("Time from self-refresh to the first access", Unit = "us", Minimum = 0, Maximum = 1e6,
        Source = "tXSR below 0.4 us (JESD209-4), and the controller's clocks and interface training restored",
            Status = NumberStatus.Assumed)]
    public SimTime SelfRefreshExit { get; set; } = SimTime.FromMicroseconds(10);

    /// <summary>Time from off to the first access.</summary>
    [Parameter("Time from off to the first access", Unit = "us", Minimum = 0, Maximum = 1e9,
        Source = "tINIT3 of 2 ms (JESD209-4)", Status = NumberStatus.Published)]
    public SimTime Wake { get; set; } = SimTime.FromMicroseconds(2000);
}
